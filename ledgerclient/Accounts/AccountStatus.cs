namespace VoiceMed.LedgerClient.Accounts;

/// <summary>Whether an account may act.</summary>
public enum AccountStatus
{
    /// <summary>It may.</summary>
    Active,

    /// <summary>Not for now; it can be made active again.</summary>
    Suspended,

    /// <summary>Never again.</summary>
    Revoked,
}
