using System.Globalization;
using NodaTime.Text;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Browsing;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Assistant.Rest.Ledger;

/// <summary>Blocks, checkpoints and proofs: nothing in them is a patient's.</summary>
internal static class BlockEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger/hospitals", GetHospitalsAsync).WithName("getHospitals").WithTags("ledger")
            .WithSummary("The hospitals of the channel.");
        routes.MapGet("/ledger/blocks", GetBlocksAsync).WithName("getBlocks").WithTags("ledger")
            .WithSummary("The blocks: what lies between two signed checkpoints, oldest first.");
        routes.MapGet("/ledger/blocks/{number:int}", GetBlockAsync).WithName("getBlock").WithTags("ledger")
            .WithSummary("One block with its signed checkpoint.");
        routes.MapGet("/ledger/blocks/{number:int}/transactions", GetBlockTransactionsAsync).WithName("getBlockTransactions").WithTags("ledger")
            .WithSummary("The transactions of one block, oldest first; sealed content is not opened. For auditors and admins.");
        routes.MapGet("/ledger/proofs/{index:long}/{**chain}", GetProofAsync).WithName("getProof").WithTags("ledger")
            .WithSummary("That an entry stands in its chain, and the chain in a signed checkpoint: header and audit paths, no content.");
    }

    private static async Task<JsonAnswer<RestPage<HospitalResource>>> GetHospitalsAsync(
        HttpContext http, IClinicalLedger ledger, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        var language = RestLanguage.Of(http);
        var hospitals = await ledger.GetHospitalsAsync(cancellation).ConfigureAwait(false);
        return new(Paging.Cut(
            hospitals.Select(h => new HospitalResource(h.Id.Value, h.Name.In(language), h.Number, h.Departments)).ToArray(), h => h.Id, page));
    }

    private static async Task<JsonAnswer<RestPage<BlockResource>>> GetBlocksAsync(
        ILedgerBrowser browser, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        var limit = Paging.Limit(page.Limit);
        var after = page.After is null ? 0
            : int.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new RestException(StatusCodes.Status400BadRequest, ProblemCode.ParameterInvalid, "after must be a block's number.");
        var blocks = await browser.GetBlocksAsync(after, limit + 1, cancellation).ConfigureAwait(false);
        var items = blocks.Take(limit).Select(BlockResource.Of).ToArray();
        return new(new RestPage<BlockResource>(
            items, await browser.CountBlocksAsync(cancellation).ConfigureAwait(false), blocks.Count > limit ? items[^1].Number.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<JsonAnswer<BlockResource>> GetBlockAsync(ILedgerBrowser browser, int number, CancellationToken cancellation) =>
        new(BlockResource.Of(await FindAsync(browser, number, cancellation).ConfigureAwait(false)));

    private static async Task<JsonAnswer<RestPage<TransactionView>>> GetBlockTransactionsAsync(
        HttpContext http, ILedgerBrowser browser, int number, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Auditor);
        var block = await FindAsync(browser, number, cancellation).ConfigureAwait(false);
        var transactions = await browser.GetTransactionsAsync(block.First - 1, (int)(block.Last - block.First + 1), cancellation).ConfigureAwait(false);
        return new(Paging.Cut(transactions, t => $"{t.Sequence}", page));
    }

    private static async ValueTask<BlockView> FindAsync(ILedgerBrowser browser, int number, CancellationToken cancellation) =>
        await browser.FindBlockAsync(number, cancellation).ConfigureAwait(false)
        ?? throw new RestException(StatusCodes.Status404NotFound, ProblemCode.NotFound, "There is no block of this number.");

    private static async Task<JsonAnswer<ProofResource>> GetProofAsync(ILedgerBrowser browser, long index, string chain, CancellationToken cancellation)
    {
        var proof = await browser.ProveAsync(chain, index, cancellation).ConfigureAwait(false)
            ?? throw new RestException(StatusCodes.Status404NotFound, ProblemCode.NotFound, "The chain has no such entry.");
        return new(new ProofResource(proof.Scheme, proof as CheckpointProof, proof is FabricProof fabric ? FabricProofResource.Of(fabric).Blocks : null));
    }

    internal sealed record HospitalResource(string Id, string Name, int? Number, IReadOnlyList<string> Departments);

    internal sealed record ProofResource(string Scheme, CheckpointProof? Proof, IReadOnlyList<FabricBlockResource>? Blocks = null);

    internal sealed record BlockResource(int Number, string Time, long FirstTransaction, long LastTransaction, string Root, string Checkpoint)
    {
        public static BlockResource Of(BlockView block) =>
            new(block.Number, InstantPattern.ExtendedIso.Format(block.Time), block.First, block.Last, block.Root, block.Note);
    }
}
