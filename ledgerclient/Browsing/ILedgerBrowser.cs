using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.LedgerClient.Browsing;

/// <summary>
/// Blocks and transactions for auditors and integrators, whichever engine keeps them: what stands where, without opening what is a patient's.
/// Thread-safe.
/// </summary>
/// <remarks>Every call may throw <see cref="Errors.LedgerUnavailableException"/> or <see cref="Errors.LedgerTamperedException"/>.</remarks>
public interface ILedgerBrowser
{
    /// <summary>How many transactions there are; null where nobody counts them: on Fabric one would have to read every block.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<long?> CountAsync(CancellationToken cancellation = default);

    /// <summary>How many blocks there are.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<int> CountBlocksAsync(CancellationToken cancellation = default);

    /// <summary>The blocks after a number, oldest first.</summary>
    /// <param name="after">The number of the last block that is known; 0 for none.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IReadOnlyList<BlockView>> GetBlocksAsync(int after, int count, CancellationToken cancellation = default);

    /// <summary>The block of a number, or null.</summary>
    /// <param name="number">The number, from 1.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<BlockView?> FindBlockAsync(int number, CancellationToken cancellation = default);

    /// <summary>The transactions after a sequence number, oldest first.</summary>
    /// <param name="after">The sequence number of the last transaction that is known; 0 for none.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IReadOnlyList<TransactionView>> GetTransactionsAsync(long after, int count, CancellationToken cancellation = default);

    /// <summary>The transaction of a sequence number, or null.</summary>
    /// <param name="sequence">The number.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<TransactionView?> FindTransactionAsync(long sequence, CancellationToken cancellation = default);

    /// <summary>The transactions of an account, newest first: its own life, and every access it made or tried.</summary>
    /// <param name="account">The account.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IReadOnlyList<TransactionView>> GetTransactionsOfAsync(DoctorId account, int count, CancellationToken cancellation = default);

    /// <summary>Checks one transaction by itself; null when there is none.</summary>
    /// <param name="sequence">Its sequence number.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<TransactionVerdict?> ValidateAsync(long sequence, CancellationToken cancellation = default);

    /// <summary>That an entry stands in the ledger, without its content; null when there is no such entry.</summary>
    /// <param name="chain">The chain: on Fabric the channel.</param>
    /// <param name="index">The entry's place in it, from 0: on Fabric the block.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<LedgerProof?> ProveAsync(string chain, long index, CancellationToken cancellation = default);
}
