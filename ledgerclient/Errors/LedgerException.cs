namespace VoiceMed.LedgerClient.Errors;

/// <summary>The ledger could not do what was asked. The three families say who has to act: rejected (the asker), unavailable (wait or mend), tampered (raise the alarm).</summary>
public abstract class LedgerException(string code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>A stable, machine-readable code, for example <c>consent.missing</c>; codes are never renamed.</summary>
    public string Code { get; } = code;
}
