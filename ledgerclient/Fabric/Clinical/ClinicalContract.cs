using System.Text.Json;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Retry;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>Calls the chaincode's functions with JSON in and out, and fails as the ledger's contract says. Thread-safe.</summary>
/// <param name="contract">The chaincode's contract.</param>
/// <param name="before">What has to be done before each call; null for nothing.</param>
internal sealed class ClinicalContract(Contract contract, Func<CancellationToken, Task>? before = null)
{
    public async Task<T> EvaluateAsync<T>(string function, CancellationToken cancellation, params IEnumerable<string> arguments)
    {
        if (before is not null) await before(cancellation).ConfigureAwait(false);
        try
        {
            var result = await contract.EvaluateWithRetryAsync(function, ProposalOptions.WithArguments(arguments), null, cancellation)
                .ConfigureAwait(false);
            return Read<T>(function, result);
        }
        catch (Exception fault) when (FabricFault.IsOne(fault))
        {
            throw FabricFault.Translate(fault);
        }
    }

    public async Task<(T Result, CommitStatus Status)> SubmitAsync<T>(
        string function, CancellationToken cancellation, params IEnumerable<string> arguments)
    {
        var submitted = await SubmitAsync(function, cancellation, arguments).ConfigureAwait(false);
        return (Read<T>(function, submitted.Result), submitted.Status);
    }

    public async Task<SubmitResult> SubmitAsync(string function, CancellationToken cancellation, params IEnumerable<string> arguments)
    {
        if (before is not null) await before(cancellation).ConfigureAwait(false);
        try
        {
            return await contract.SubmitWithRetryAsync(function, ProposalOptions.WithArguments(arguments), null, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (FabricFault.IsOne(fault))
        {
            throw FabricFault.Translate(fault);
        }
    }

    /// <summary>A value as the chaincode takes it.</summary>
    public static string Json<T>(T value) => JsonSerializer.Serialize(value, RecordJson.Options);

    private static T Read<T>(string function, ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json.Span, RecordJson.Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException malformed)
        {
            throw new LedgerTamperedException("fabric.answer", $"What {function} returned is not what the chaincode returns.", malformed);
        }
    }
}
