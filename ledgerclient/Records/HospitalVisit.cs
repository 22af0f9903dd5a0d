using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>One visit to a hospital: hospital, department, date, reason.</summary>
public sealed record HospitalVisit : LedgerRecord
{
    /// <summary>The hospital.</summary>
    public required HospitalId Hospital { get; init; }

    /// <summary>The hospital's name as people say it.</summary>
    public required BilingualText HospitalName { get; init; }

    /// <summary>The department's canonical name, for example <c>cardiology</c>.</summary>
    public required string Department { get; init; }

    /// <summary>The day the visit began.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The last day of a stay, inclusive; null for an outpatient visit.</summary>
    public LocalDate? EndDate { get; init; }

    /// <summary>Why the patient came.</summary>
    public required BilingualText Reason { get; init; }
}
