using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>An allergy or intolerance, or the positive statement that none is known.</summary>
public sealed record Allergy : LedgerRecord
{
    /// <summary>What the patient reacts to.</summary>
    public required BilingualText Substance { get; init; }

    /// <summary>How, or null when not recorded.</summary>
    public BilingualText? Reaction { get; init; }

    /// <summary><c>low</c>, <c>high</c> or <c>unable-to-assess</c> (FHIR R4 AllergyIntolerance.criticality).</summary>
    public required string Criticality { get; init; }

    /// <summary>True for the statement that no allergy is known: that is a fact, not a gap.</summary>
    public bool NoneKnown { get; init; }

    /// <summary>The day it was recorded.</summary>
    public required LocalDate Recorded { get; init; }

    /// <summary>Who recorded it.</summary>
    public required HospitalId Hospital { get; init; }
}
