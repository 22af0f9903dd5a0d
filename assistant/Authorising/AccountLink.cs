namespace VoiceMed.Assistant.Authorising;

/// <summary>What became of a doctor's account in the ledger.</summary>
public enum AccountLink
{
    /// <summary>There was none; it was made.</summary>
    Made,

    /// <summary>There was one, and it may act.</summary>
    Kept,

    /// <summary>It was suspended, and may act again.</summary>
    Reactivated,
}
