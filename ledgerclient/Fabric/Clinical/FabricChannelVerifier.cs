using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Profile;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>
/// Checks a whole channel by the certificate authorities of the connection profile: every block follows the one before it, holds the
/// transactions its header was made for and is signed by an orderer; every valid transaction of the clinical chaincode is of this channel and
/// endorsed by enough organisations for that very call. Thread-safe.
/// </summary>
/// <param name="profile">Names the authorities.</param>
/// <exception cref="ConnectionProfileException">The profile names no organisation or no orderers.</exception>
public sealed class FabricChannelVerifier(ConnectionProfile profile)
{
    private const int MostProblems = 100;

    private readonly BlockCheck check = new(profile);
    private readonly string ours = profile.Chaincode + "/";

    /// <summary>Checks the blocks from 0 up to a height.</summary>
    /// <param name="height">How many blocks there are.</param>
    /// <param name="blockAt">Gives a block by its number.</param>
    /// <param name="progress">Told how many blocks were checked; null for nobody.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <returns>What was found; the check ends after 100 problems.</returns>
    public async Task<FabricVerification> VerifyAsync(
        long height, Func<ulong, CancellationToken, ValueTask<FabricBlock>> blockAt, IProgress<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(blockAt);
        var problems = new List<string>();
        var (blocks, transactions) = (0L, 0L);
        FabricBlock? before = null;
        while (blocks < height && problems.Count < MostProblems)
        {
            var block = await blockAt((ulong)blocks, cancellation).ConfigureAwait(false);
            problems.AddRange(ProblemsOf(block, before));
            transactions += block.Entries().Count;
            before = block;
            blocks++;
            progress?.Report(blocks);
        }
        return new FabricVerification(blocks, transactions, problems);
    }

    private IEnumerable<string> ProblemsOf(FabricBlock block, FabricBlock? before)
    {
        if (before is not null && !block.PreviousHash.Span.SequenceEqual(before.HeaderHash.Span))
            yield return $"block {block.Number} does not follow block {before.Number}";

        // Nobody signs a channel's first block: it is what the organisations agreed on when they joined.
        var fault = before is null && block.Number == 0 ? (block.DataMatchesHeader ? null : "the transactions of block 0 are not those its header was made for")
            : check.FaultOf(block);
        if (fault is not null) yield return fault;
        foreach (var entry in block.Entries())
        {
            // What was refused stands in the block too and changed nothing.
            if (block.CodeAt(entry.Place) != TransactionValidationCode.Valid || !entry.Call.StartsWith(ours, StringComparison.Ordinal)) continue;
            if (check.FaultOf(block, entry) is { } wrong) yield return $"block {block.Number}, transaction {entry.TransactionId}: {wrong}";
        }
    }
}
