using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>A medicine that was prescribed.</summary>
public sealed record Medication : LedgerRecord
{
    /// <summary>The medicine's name.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>Dose and frequency as prescribed.</summary>
    public required BilingualText Dose { get; init; }

    /// <summary>First day, inclusive.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>Last day, inclusive; null while it goes on.</summary>
    public LocalDate? End { get; init; }

    /// <summary>Who prescribed it.</summary>
    public required HospitalId Hospital { get; init; }
}
