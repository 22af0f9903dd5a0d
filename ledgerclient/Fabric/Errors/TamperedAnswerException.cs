namespace VoiceMed.LedgerClient.Fabric.Errors;

/// <summary>A peer answered with something that does not belong to what was asked: a broken or hostile peer. Nothing of it was signed or used.</summary>
/// <param name="transactionId">The transaction.</param>
/// <param name="message">What does not agree.</param>
public sealed class TamperedAnswerException(string transactionId, string message) : Exception($"{message} (transaction {transactionId})")
{
    /// <summary>The transaction.</summary>
    public string TransactionId { get; } = transactionId;
}
