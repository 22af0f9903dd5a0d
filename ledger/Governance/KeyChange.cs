using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Governance;

/// <summary>A hospital's key comes or goes.</summary>
/// <param name="Hospital">The hospital.</param>
/// <param name="Key">The key's name, which begins with the hospital's.</param>
/// <param name="PublicKey">The public half of a key that comes; null for one that goes.</param>
public sealed record KeyChange(HospitalId Hospital, string Key, byte[]? PublicKey)
{
    /// <summary>The entry's kind.</summary>
    public const string Kind = "key-changed";
}
