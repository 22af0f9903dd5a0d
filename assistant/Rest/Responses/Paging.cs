using System.Text.Json;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Assistant.Rest.Responses;

/// <summary>Cuts answers into pages. A page goes on after an item, not at a number, so that new records do not shift it.</summary>
internal static class Paging
{
    /// <summary>The page size without a <c>limit</c>.</summary>
    public const int DefaultLimit = 50;

    /// <summary>The largest <c>limit</c>.</summary>
    public const int LargestLimit = 200;

    /// <summary>The page size a request asks for.</summary>
    public static int Limit(int? limit) => limit switch
    {
        null => DefaultLimit,
        >= 1 and <= LargestLimit => limit.Value,
        _ => throw new RestException(StatusCodes.Status400BadRequest, ProblemCode.ParameterInvalid, $"limit must lie between 1 and {LargestLimit}."),
    };

    /// <summary>The page of a ledger's answer.</summary>
    /// <param name="answer">The whole answer.</param>
    /// <param name="show">How a record is shown.</param>
    /// <param name="page">The page that is asked for.</param>
    public static RestPage<TShown> Cut<TRecord, TShown>(LedgerAnswer<TRecord> answer, Func<TRecord, TShown> show, PageQuery page)
        where TRecord : LedgerRecord
    {
        var limit = Limit(page.Limit);
        var from = From(answer.Items, record => record.Id, page.After);
        var items = answer.Items.Skip(from).Take(limit).ToArray();
        return new RestPage<TShown>(
            items.Select(show).ToArray(),
            answer.Total,
            from + items.Length < answer.Items.Count ? items[^1].Id : null,
            answer.Rule,
            answer.Withheld,
            answer.WithheldRule,
            page.Proof == true ? Proof(answer.Proof, from, items.Length) : null);
    }

    /// <summary>The page of a list that needed no permission of a patient.</summary>
    public static RestPage<T> Cut<T>(IReadOnlyList<T> all, Func<T, string> idOf, PageQuery page)
    {
        var limit = Limit(page.Limit);
        var from = From(all, idOf, page.After);
        var items = all.Skip(from).Take(limit).ToArray();
        return new RestPage<T>(items, all.Count, from + items.Length < all.Count ? idOf(items[^1]) : null);
    }

    /// <summary>A proof as JSON, with its scheme.</summary>
    public static JsonElement? Proof(LedgerProof? proof) => proof switch
    {
        null => null,
        FabricProof fabric => JsonSerializer.SerializeToElement(FabricProofResource.Of(fabric), RecordJson.Options),
        _ => JsonSerializer.SerializeToElement(proof, proof.GetType(), RecordJson.Options),
    };

    private static JsonElement? Proof(LedgerProof? proof, int from, int count) => Proof(
        proof is CheckpointProof whole ? whole with { Entries = whole.Entries.Skip(from).Take(count).ToArray() } : proof);

    private static int From<T>(IReadOnlyList<T> items, Func<T, string> idOf, string? after)
    {
        if (after is null)
        {
            return 0;
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (idOf(items[i]) == after)
            {
                return i + 1;
            }
        }

        throw new RestException(StatusCodes.Status400BadRequest, ProblemCode.ParameterInvalid, "after names no item of this list; begin again without it.");
    }
}
