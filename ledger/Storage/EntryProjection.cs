using System.Text.Json;
using NodaTime;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Storage;

/// <summary>
/// How an entry is filed for queries. It follows from kind, time and payload alone, so that the projections can be rebuilt
/// from the chains and compared.
/// </summary>
/// <param name="At">When the fact happened; null for when the ledger took it.</param>
/// <param name="Label">What it can be found by without knowing its chain, for example <c>document:doc-17</c>; null for nothing.</param>
/// <param name="Actor">The account it speaks of, for that account's history; null for none.</param>
/// <param name="Filing">
/// What it is filed under in its chain; null for its kind. Observations are filed by vital sign, so that the latest value of one
/// is found among a hundred thousand others; nothing else is, because the name of a laboratory test can tell a diagnosis.
/// </param>
public sealed record EntryProjection(Instant? At, string? Label, string? Actor, string? Filing = null)
{
    /// <summary>What the patients' own records are filed under, so that all of them are found.</summary>
    public const string PatientsLabel = "patients";

    /// <summary>An entry that is found by its chain only.</summary>
    public static EntryProjection None { get; } = new(null, null, null);

    /// <summary>The projection of a record.</summary>
    public static EntryProjection Of(LedgerRecord entry) => entry switch
    {
        Patient => new(null, PatientsLabel, null),
        HospitalVisit visit => new(Midnight(visit.Date), null, null),
        DocumentInfo document => new(Midnight(document.Date), "document:" + document.Id, null),
        Observation observation => new(observation.Time, null, null, FilingOf(observation.Vital)),
        Medication medication => new(Midnight(medication.Start), null, null),
        Allergy allergy => new(Midnight(allergy.Recorded), null, null),
        Diagnosis diagnosis => new(Midnight(diagnosis.Date), null, null),
        LabResult lab => new(lab.Time, null, null),
        Consent consent => new(consent.ValidFrom, null, null),
        AccessRecord access => new(access.Time, null, access.Doctor?.Value),
        EmergencyAccess emergency => new(emergency.From, "emergency:" + emergency.Id, emergency.Doctor.Value),
        _ => None,
    };

    /// <summary>The projection of a stored entry.</summary>
    /// <param name="kind">The entry's kind.</param>
    /// <param name="payload">Its readable payload.</param>
    public static EntryProjection Of(string kind, ReadOnlySpan<byte> payload)
    {
        if (kind == Erasure.Tombstone.Kind)
        {
            return new EntryProjection(null, Erasure.Tombstone.Label, null);
        }

        if (!IsRecord(kind))
        {
            return None;
        }

        try
        {
            return Of(RecordJson.Decode(payload));
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>What observations of a vital sign are filed under.</summary>
    public static string FilingOf(string vital) => "observation/" + vital;

    /// <summary>True when entries of this kind hold a <see cref="LedgerRecord"/>.</summary>
    public static bool IsRecord(string kind) => kind is "patient" or "visit" or "document" or "observation" or "medication"
        or "allergy" or "diagnosis" or "lab" or "consent" or "access" or "emergency";

    private static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();
}
