using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Governance;

/// <summary>A hospital comes into the channel, with its manager's key. Also changes what is known of a hospital that is in it.</summary>
/// <param name="Hospital">The hospital.</param>
/// <param name="Key">The manager's key, for example <c>hospital-1/manager-1</c>.</param>
/// <param name="PublicKey">Its public half, DER SubjectPublicKeyInfo.</param>
public sealed record Admission(Hospital Hospital, string Key, byte[] PublicKey)
{
    /// <summary>The entry's kind.</summary>
    public const string Kind = "hospital-admitted";
}
