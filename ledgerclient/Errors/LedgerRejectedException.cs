namespace VoiceMed.LedgerClient.Errors;

/// <summary>
/// The ledger understood and said no: no consent, unknown patient, revoked key, erased record. Asking again changes nothing.
/// </summary>
public sealed class LedgerRejectedException(string code, string message, string? rule = null, Exception? innerException = null)
    : LedgerException(code, message, innerException)
{
    /// <summary>The identifier of the rule or consent that decided, or null when no rule was reached.</summary>
    public string? Rule { get; } = rule;
}
