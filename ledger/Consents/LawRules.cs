using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Consents;

/// <summary>
/// The rules of law the ledger keeps by default. They follow Russian law (323-FZ art. 13: secrecy, and disclosure without
/// consent in part 4) and HIPAA's emergency access (45 CFR 164.312(a)(2)(ii)) in what software can decide; where a
/// hospital's lawyers decide otherwise, it gives its own list. Thread-safe.
/// </summary>
public static class LawRules
{
    private static readonly HashSet<string> Purposes =
        new(["TREAT", "ETREAT", "BTG", "PATRQT", "PUBHLTH", "HOPERAT"], StringComparer.Ordinal);

    private static readonly HashSet<string> Oversight = new(["access", "consent", "emergency"], StringComparer.Ordinal);

    private static readonly HashSet<string> Reportable = new(["diagnosis", "lab"], StringComparer.Ordinal);

    /// <summary>The rules, in no particular order: their order does not matter.</summary>
    public static IReadOnlyList<LawRule> Default { get; } =
    [
        new("law.erased", false, "patient.erased", static (_, patient, _) => patient.Erased),
        new("law.purpose", false, "purpose.unknown", static (question, _, _) => !Purposes.Contains(question.Asker.Purpose)),
        new("law.account.unknown", false, "account.unknown", static (_, _, asker) => asker == AskerStatus.Unknown),
        new("law.account.suspended", false, "account.suspended", static (_, _, asker) => asker == AskerStatus.Suspended),
        new("law.account.revoked", false, "account.revoked", static (_, _, asker) => asker == AskerStatus.Revoked),
        new("law.account.hospital", false, "account.other-hospital", static (_, _, asker) => asker == AskerStatus.ElsewhereEmployed),

        // Secrecy: who runs the house or watches over it reads no patient's record (323-FZ art. 13 p. 2).
        new("law.role", false, "role.not-clinical", static (question, _, asker) => !IsClinical(question, asker)),
        new("law.oversight", true, "law.oversight", static (question, _, _) => question.Asker.Role == "admin" && Oversight.Contains(question.Kind)),

        // Two identifiers confirm a patient before anything is shown, so who treats may be told who somebody is.
        new("law.identification", true, "law.identification", static (question, _, _) => question.Kind == "patient"),
        new("law.emergency", true, "law.emergency", static (question, patient, _) => patient.Emergencies.Any(open => IsOpen(open, question))),

        // Notifiable disease (323-FZ art. 13 p. 4 item 2).
        new("law.public-health", true, "law.public-health", static (question, _, _) =>
            question.Asker is { Purpose: "PUBHLTH", Role: "epidemiologist" } && Reportable.Contains(question.Kind)),
    ];

    private static bool IsClinical(AccessQuestion question, AskerStatus asker) => question.Asker.Role switch
    {
        "admin" => Oversight.Contains(question.Kind),
        "system" => question.Kind == "patient",
        _ => asker == AskerStatus.Active && question.Asker.Role.Length > 0,
    };

    private static bool IsOpen(EmergencyAccess open, AccessQuestion question) =>
        open.Patient == question.Patient && open.Doctor == question.Asker.Doctor && open.From <= question.At && question.At < open.Until;
}
