namespace VoiceMed.LedgerClient.Errors;

/// <summary>What the ledger holds or answered does not agree with its signatures. Nothing of it may be shown.</summary>
public sealed class LedgerTamperedException(string code, string message, Exception? innerException = null)
    : LedgerException(code, message, innerException);
