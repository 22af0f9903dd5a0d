using NodaTime;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Consents;

/// <summary>May this asker have this kind of record of this patient, now?</summary>
/// <param name="Patient">The patient.</param>
/// <param name="Kind">The record kind, for example <c>visit</c>.</param>
/// <param name="Owner">The hospital that made the record; null for records of no hospital, or for the question in general.</param>
/// <param name="Asker">Who asks, and why.</param>
/// <param name="At">The moment.</param>
public sealed record AccessQuestion(PatientId Patient, string Kind, HospitalId? Owner, AccessContext Asker, Instant At);
