using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>Where transactions stand in the channel. Thread-safe.</summary>
internal sealed class TransactionPlaces(BlockReader blocks, string channel)
{
    /// <summary>The place of a transaction in a block.</summary>
    public EntryReference Of(string transactionId, ulong block) => new(channel, (long)block, transactionId);

    /// <summary>The place of a transaction that was just committed.</summary>
    public EntryReference Of(CommitStatus status) => Of(status.TransactionId, status.BlockNumber);

    /// <summary>The receipt of what was written; what had been written before is looked up.</summary>
    public async ValueTask<AppendReceipt> ReceiptAsync(WrittenEntry written, CommitStatus status, CancellationToken cancellation)
    {
        var block = written.Duplicate ? (await BlockAsync(written.Transaction, cancellation).ConfigureAwait(false)).Number : status.BlockNumber;
        return new AppendReceipt(Of(written.Transaction, block), written.Duplicate);
    }

    /// <summary>The id of the transaction an entry stands in; one of several entries of a transaction has a number behind it.</summary>
    public static string TransactionOf(string entry) => entry.IndexOf('.', StringComparison.Ordinal) is >= 0 and var end ? entry[..end] : entry;

    /// <summary>The block of an entry's transaction.</summary>
    public async ValueTask<FabricBlock> BlockAsync(string entry, CancellationToken cancellation)
    {
        try
        {
            return await blocks.GetByTransactionAsync(TransactionOf(entry), cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (FabricFault.IsOne(fault))
        {
            throw FabricFault.Translate(fault);
        }
    }
}
