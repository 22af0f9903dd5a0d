using NodaTime;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Consents;

/// <summary>What the ledger knows of a patient that access depends on. Immutable.</summary>
public sealed record PatientSituation
{
    /// <summary>All consents that were not corrected, in any order, also expired and revoked ones.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>The hospital the patient lies in, or null.</summary>
    public HospitalId? Ward { get; init; }

    /// <summary>Stays and visits.</summary>
    public IReadOnlyList<HospitalVisit> Visits { get; init; } = [];

    /// <summary>Emergency accesses that may still be open.</summary>
    public IReadOnlyList<EmergencyAccess> Emergencies { get; init; } = [];

    /// <summary>True when the patient's key was destroyed.</summary>
    public bool Erased { get; init; }

    /// <summary>True when the hospital treats the patient on that day: the patient lies there, or has a visit that includes the day.</summary>
    public bool IsTreatedBy(HospitalId hospital, LocalDate today) =>
        Ward == hospital || Visits.Any(visit => visit.Hospital == hospital && visit.Date <= today && today <= (visit.EndDate ?? visit.Date));
}
