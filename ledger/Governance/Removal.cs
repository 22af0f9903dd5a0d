using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Governance;

/// <summary>A hospital leaves the channel: its keys sign no more. What it wrote stays.</summary>
/// <param name="Hospital">The hospital.</param>
public sealed record Removal(HospitalId Hospital)
{
    /// <summary>The entry's kind.</summary>
    public const string Kind = "hospital-removed";
}
