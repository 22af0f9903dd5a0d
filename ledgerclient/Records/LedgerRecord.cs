using System.Text.Json.Serialization;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>One fact in the ledger. Records are immutable; a correction is a new record that supersedes the old one.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Patient), "patient")]
[JsonDerivedType(typeof(HospitalVisit), "visit")]
[JsonDerivedType(typeof(DocumentInfo), "document")]
[JsonDerivedType(typeof(Observation), "observation")]
[JsonDerivedType(typeof(Medication), "medication")]
[JsonDerivedType(typeof(Allergy), "allergy")]
[JsonDerivedType(typeof(Diagnosis), "diagnosis")]
[JsonDerivedType(typeof(LabResult), "lab")]
[JsonDerivedType(typeof(Consent), "consent")]
[JsonDerivedType(typeof(AccessRecord), "access")]
[JsonDerivedType(typeof(EmergencyAccess), "emergency")]
public abstract record LedgerRecord
{
    /// <summary>The record's own identifier, unique among records of its kind.</summary>
    public required string Id { get; init; }

    /// <summary>The patient the record is about.</summary>
    public required PatientId Patient { get; init; }

    /// <summary>Where the record stands in the ledger; null until it has been appended.</summary>
    public EntryReference? Entry { get; init; }
}
