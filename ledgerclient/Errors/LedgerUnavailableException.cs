namespace VoiceMed.LedgerClient.Errors;

/// <summary>The ledger could not be reached, or did not answer in time. Nothing is known to have changed; asking again later may work.</summary>
public sealed class LedgerUnavailableException(string code, string message, Exception? innerException = null)
    : LedgerException(code, message, innerException);
