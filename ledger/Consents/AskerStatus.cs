namespace VoiceMed.Ledger.Consents;

/// <summary>What the ledger knows of the asking account.</summary>
public enum AskerStatus
{
    /// <summary>There is no such account.</summary>
    Unknown,

    /// <summary>The account may act.</summary>
    Active,

    /// <summary>The account may not act for now.</summary>
    Suspended,

    /// <summary>The account may never act again.</summary>
    Revoked,

    /// <summary>The account is active, but not for the hospital it was used for.</summary>
    ElsewhereEmployed,

    /// <summary>No account asks: the house itself, in the role <c>system</c>.</summary>
    House,
}
