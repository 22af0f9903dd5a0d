using System.Globalization;
using VoiceMed.LedgerClient.Browsing;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Profile;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>
/// A channel's blocks and transactions, fetched through the own peer. Contents are left out, because blocks hold patients' records. A
/// transaction's sequence number is its block's number times <see cref="PlacesInABlock"/> plus its place in the block, from 1. Thread-safe.
/// </summary>
public sealed class FabricBrowser : ILedgerBrowser
{
    /// <summary>By how much the sequence numbers of one block's first transaction and the next one's differ.</summary>
    public const int PlacesInABlock = 100_000;

    private readonly BlockReader blocks;
    private readonly BlockCheck check;
    private readonly TransactionPlaces places;
    private readonly string channel;
    private readonly string chaincode;
    private readonly Func<DoctorId, CancellationToken, ValueTask<IReadOnlyList<FabricEntry>>> entriesOf;

    internal FabricBrowser(
        BlockReader blocks, TransactionPlaces places, ConnectionProfile profile,
        Func<DoctorId, CancellationToken, ValueTask<IReadOnlyList<FabricEntry>>> entriesOf)
    {
        (this.blocks, this.places, this.entriesOf, channel, chaincode) = (blocks, places, entriesOf, profile.Channel, profile.Chaincode);
        check = new BlockCheck(profile);
    }

    /// <summary>The newest block's number and the hash of its header: what one hands to others to notice a rewritten channel.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The newest block, whose signatures were checked: show this very block, the peer may answer otherwise when asked again.</returns>
    /// <exception cref="LedgerUnavailableException">The channel has but its first block: code <c>ledger.empty</c>.</exception>
    /// <exception cref="LedgerTamperedException">The peer's newest block does not hold: code <c>fabric.block</c>.</exception>
    public async ValueTask<FabricBlock> GetHeadAsync(CancellationToken cancellation = default)
    {
        var block = await BlockAsync(await HeightAsync(cancellation).ConfigureAwait(false) - 1, cancellation).ConfigureAwait(false);

        // Nobody signs a channel's first block.
        if (block.Number == 0)
            throw new LedgerUnavailableException("ledger.empty", "The channel has no block yet but its first; write something and ask again.");
        return check.FaultOf(block) is { } fault
            ? throw new LedgerTamperedException("fabric.block", $"The newest block of the peer does not hold: {fault}.")
            : block;
    }

    /// <summary>A block as the peer hands it over, unchecked.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The block.</returns>
    public ValueTask<FabricBlock> GetBlockAsync(ulong number, CancellationToken cancellation = default) => BlockAsync(number, cancellation);

    /// <inheritdoc/>
    public ValueTask<long?> CountAsync(CancellationToken cancellation = default) => new(default(long?));

    /// <inheritdoc/>
    public async ValueTask<int> CountBlocksAsync(CancellationToken cancellation = default) => (int)await HeightAsync(cancellation).ConfigureAwait(false) - 1;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<BlockView>> GetBlocksAsync(int after, int count, CancellationToken cancellation = default)
    {
        var newest = await CountBlocksAsync(cancellation).ConfigureAwait(false);
        var found = new List<BlockView>();
        for (var number = after + 1; number <= newest && found.Count < count; number++)
            found.Add(ViewOf(await BlockAsync((ulong)number, cancellation).ConfigureAwait(false)));
        return found;
    }

    /// <inheritdoc/>
    public async ValueTask<BlockView?> FindBlockAsync(int number, CancellationToken cancellation = default) =>
        number >= 1 && number <= await CountBlocksAsync(cancellation).ConfigureAwait(false)
            ? ViewOf(await BlockAsync((ulong)number, cancellation).ConfigureAwait(false))
            : null;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TransactionView>> GetTransactionsAsync(long after, int count, CancellationToken cancellation = default)
    {
        var newest = await CountBlocksAsync(cancellation).ConfigureAwait(false);
        var found = new List<TransactionView>();
        for (var number = Math.Max(1, after / PlacesInABlock); number <= newest && found.Count < count; number++)
        {
            var block = await BlockAsync((ulong)number, cancellation).ConfigureAwait(false);
            found.AddRange(block.Entries().Select(entry => View(block, entry)).Where(view => view.Sequence > after));
        }
        return [.. found.Take(count)];
    }

    /// <inheritdoc/>
    public async ValueTask<TransactionView?> FindTransactionAsync(long sequence, CancellationToken cancellation = default) =>
        await FindAsync(sequence, cancellation).ConfigureAwait(false) is { } found ? View(found.Block, found.Entry) : null;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TransactionView>> GetTransactionsOfAsync(
        DoctorId account, int count, CancellationToken cancellation = default)
    {
        var found = new List<TransactionView>();
        foreach (var one in (await entriesOf(account, cancellation).ConfigureAwait(false)).Take(count))
        {
            var block = await places.BlockAsync(one.Transaction, cancellation).ConfigureAwait(false);
            if (block.Entries().FirstOrDefault(entry => entry.TransactionId == TransactionPlaces.TransactionOf(one.Transaction)) is { } entry)
                found.Add(View(block, entry));
        }
        return found;
    }

    /// <inheritdoc/>
    public async ValueTask<TransactionVerdict?> ValidateAsync(long sequence, CancellationToken cancellation = default)
    {
        if (await FindAsync(sequence, cancellation).ConfigureAwait(false) is not { } found) return null;
        var findings = new List<string>();
        if (!found.Block.DataMatchesHeader) findings.Add("content");
        if (check.FaultOf(found.Block) is not null && findings.Count == 0) findings.Add("signature");
        if (found.Block.CodeAt(found.Entry.Place) != TransactionValidationCode.Valid) findings.Add("refused");
        else if (found.Entry.Call.StartsWith(chaincode + "/", StringComparison.Ordinal) && check.FaultOf(found.Block, found.Entry) is not null)
            findings.Add("endorsement");
        return new TransactionVerdict(findings.Count == 0, findings);
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerProof?> ProveAsync(string chain, long index, CancellationToken cancellation = default)
    {
        if (chain != channel || index < 0 || (ulong)index >= await HeightAsync(cancellation).ConfigureAwait(false)) return null;
        return new FabricProof(new Dictionary<long, FabricBlock> { [index] = await BlockAsync((ulong)index, cancellation).ConfigureAwait(false) });
    }

    private async ValueTask<(FabricBlock Block, BlockEntry Entry)?> FindAsync(long sequence, CancellationToken cancellation)
    {
        // Block 0, which nobody signs, is listed nowhere, and its places are no transactions' numbers.
        var (number, place) = Math.DivRem(sequence - 1, PlacesInABlock);
        if (number < 1 || (ulong)number >= await HeightAsync(cancellation).ConfigureAwait(false)) return null;
        var block = await BlockAsync((ulong)number, cancellation).ConfigureAwait(false);
        return block.Entries().FirstOrDefault(one => one.Place == place) is { } entry ? (block, entry) : null;
    }

    private async ValueTask<ulong> HeightAsync(CancellationToken cancellation)
    {
        try
        {
            return await blocks.GetHeightAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (FabricFault.IsOne(fault))
        {
            throw FabricFault.Translate(fault);
        }
    }

    private async ValueTask<FabricBlock> BlockAsync(ulong number, CancellationToken cancellation)
    {
        try
        {
            return await blocks.GetByNumberAsync(number, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (FabricFault.IsOne(fault))
        {
            throw FabricFault.Translate(fault);
        }
    }

    private static long SequenceOf(FabricBlock block, int place) => ((long)block.Number * PlacesInABlock) + place + 1;

    /// <summary>A block as it is shown.</summary>
    /// <param name="block">The block, checked or not.</param>
    /// <returns>Its numbers, its hashes and its header as text.</returns>
    public static BlockView ViewOf(FabricBlock block)
    {
        var entries = block.Entries();
        return new BlockView(
            (int)block.Number, entries.Count == 0 ? default : entries[^1].Time, SequenceOf(block, 0), SequenceOf(block, entries.Count - 1),
            Hex(block.DataHash), Note(block));
    }

    // The header as text, one line a value: what another member of the channel compares with the block of that number.
    private static string Note(FabricBlock block) => string.Create(
        CultureInfo.InvariantCulture, $"fabric block {block.Number}\nheader {Hex(block.HeaderHash)}\nprevious {Hex(block.PreviousHash)}\ndata {Hex(block.DataHash)}\n");

    private TransactionView View(FabricBlock block, BlockEntry entry) => new(
        SequenceOf(block, entry.Place), channel, (long)block.Number, entry.Call, entry.Time, entry.Organization ?? "", entry.TransactionId,
        Hex(block.PreviousHash), null, Sealed: true, Convert.ToBase64String(entry.Signature.Span), null);

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(bytes.Span);
}
