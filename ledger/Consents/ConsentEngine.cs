using NodaTime;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Consents;

/// <summary>
/// Decides who may read what. Law first (its refusals before its permissions), then what the patient forbids, then what the
/// patient permits, then the default: who treats the patient may read, a hospital may read its own records, nobody else may
/// read anything. A pure function of its arguments; thread-safe.
/// </summary>
/// <param name="law">The rules of law.</param>
/// <param name="zone">The zone whose calendar says which day a visit belongs to.</param>
public sealed class ConsentEngine(IReadOnlyList<LawRule> law, DateTimeZone zone)
{
    /// <summary>Decides.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="patient">What the ledger knows of the patient.</param>
    /// <param name="asker">What the ledger knows of the asker.</param>
    public AccessDecision Decide(AccessQuestion question, PatientSituation patient, AskerStatus asker)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(patient);
        return ByLaw(question, patient, asker, permits: false)
            ?? ByLaw(question, patient, asker, permits: true)
            ?? ByConsent(question, patient, permits: false)
            ?? ByConsent(question, patient, permits: true)
            ?? ByDefault(question, patient);
    }

    /// <summary>True when a consent speaks to the question: in force (half-open), not revoked, and about this asker, kind and purpose.</summary>
    public static bool Speaks(Consent consent, AccessQuestion question, IReadOnlyList<Consent> all)
    {
        ArgumentNullException.ThrowIfNull(consent);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(all);
        return IsInForce(consent, question.At, all)
            && consent.Patient == question.Patient
            && (consent.Kinds.Contains("*") || consent.Kinds.Contains(question.Kind))
            && (consent.Purpose == "*" || consent.Purpose == question.Asker.Purpose)
            && IsAbout(consent, question.Asker.Doctor, question.Asker.Role, question.Asker.Hospital);
    }

    /// <summary>True when a consent holds at a moment: from <see cref="Consent.ValidFrom"/>, before <see cref="Consent.ValidUntil"/>, and not taken back.</summary>
    public static bool IsInForce(Consent consent, Instant at, IReadOnlyList<Consent> all)
    {
        ArgumentNullException.ThrowIfNull(consent);
        ArgumentNullException.ThrowIfNull(all);
        return consent.Revokes is null
            && consent.ValidFrom <= at
            && (consent.ValidUntil is not { } until || at < until)
            && !all.Any(other => other.Revokes == consent.Id && other.ValidFrom <= at);
    }

    private static bool IsAbout(Consent consent, DoctorId? doctor, string role, HospitalId? hospital) => consent.GranteeKind switch
    {
        GranteeKind.Doctor => consent.Grantee == doctor?.Value,
        GranteeKind.Role => consent.Grantee == role,
        GranteeKind.Hospital => consent.Grantee == hospital?.Value,
        GranteeKind.Anyone => true,
        _ => false,
    };

    // Among rules of equal rank the one with the smallest identifier is named, so that their order does not matter.
    private static AccessDecision? ByConsent(AccessQuestion question, PatientSituation patient, bool permits)
    {
        var found = patient.Consents
            .Where(consent => consent.Permit == permits && Speaks(consent, question, patient.Consents))
            .MinBy(static consent => consent.Id, StringComparer.Ordinal);
        var code = permits ? "consent.permit" : "consent.deny";
        return found is null ? null : new AccessDecision(permits, code, $"{code}:{found.Id}");
    }

    private AccessDecision? ByLaw(AccessQuestion question, PatientSituation patient, AskerStatus asker, bool permits)
    {
        var found = law
            .Where(rule => rule.Permits == permits && rule.Applies(question, patient, asker))
            .MinBy(static rule => rule.Id, StringComparer.Ordinal);
        return found is null ? null : new AccessDecision(permits, found.Code, found.Id);
    }

    private AccessDecision ByDefault(AccessQuestion question, PatientSituation patient)
    {
        var treats = question.Asker.Purpose is "TREAT" or "ETREAT" or "BTG";
        if (treats && question.Asker.Hospital is { } hospital)
        {
            if (patient.IsTreatedBy(hospital, question.At.InZone(zone).Date))
            {
                return new AccessDecision(true, "default.treating", "default.treating");
            }

            if (question.Owner == hospital)
            {
                return new AccessDecision(true, "default.own-hospital", "default.own-hospital");
            }
        }

        return new AccessDecision(false, "consent.missing", "default.deny");
    }
}
