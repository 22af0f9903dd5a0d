namespace VoiceMed.LedgerClient.Fabric.Errors;

/// <summary>
/// A transaction was handed over and nobody could say in time what became of it. It may be committed now or later: do not propose the same
/// thing anew before its status is known.
/// </summary>
/// <param name="transactionId">The transaction.</param>
/// <param name="commit">The signed question for its status, for <see cref="Gateway.NewCommit"/>.</param>
/// <param name="cause">The last failure.</param>
public sealed class OutcomeUnknownException(string transactionId, ReadOnlyMemory<byte> commit, Exception? cause)
    : Exception($"the outcome of transaction {transactionId} is unknown; ask its commit status before doing it again", cause)
{
    /// <summary>The transaction.</summary>
    public string TransactionId { get; } = transactionId;

    /// <summary>The signed question for its status, for <see cref="Gateway.NewCommit"/>.</summary>
    public ReadOnlyMemory<byte> Commit { get; } = commit;
}
