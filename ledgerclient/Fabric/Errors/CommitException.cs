namespace VoiceMed.LedgerClient.Fabric.Errors;

/// <summary>A transaction stands in a block but was found invalid: it changed nothing, and it never will.</summary>
/// <param name="transactionId">The transaction.</param>
/// <param name="code">Why the peers found it invalid.</param>
/// <param name="blockNumber">The block it stands in.</param>
public sealed class CommitException(string transactionId, TransactionValidationCode code, ulong blockNumber)
    : Exception($"transaction {transactionId} in block {blockNumber} is invalid: {code} ({(int)code})")
{
    /// <summary>The transaction.</summary>
    public string TransactionId { get; } = transactionId;

    /// <summary>Why the peers found it invalid.</summary>
    public TransactionValidationCode Code { get; } = code;

    /// <summary>The block it stands in.</summary>
    public ulong BlockNumber { get; } = blockNumber;

    /// <summary>True when another transaction changed first what this one had read, so that a fresh proposal may succeed.</summary>
    public bool IsConflict => Code is TransactionValidationCode.MvccReadConflict or TransactionValidationCode.PhantomReadConflict;
}
