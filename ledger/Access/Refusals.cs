namespace VoiceMed.Ledger.Access;

/// <summary>What the codes of refusals mean, in one English sentence. The host words them for doctors in both languages.</summary>
internal static class Refusals
{
    public static string Explain(string code) => code switch
    {
        "patient.unknown" => "The ledger has no such patient.",
        "patient.erased" => "The patient's record was erased; its content cannot be read any more.",
        "purpose.unknown" => "The request names no purpose of use that the ledger knows.",
        "account.unknown" => "The asking account is not in the ledger; an admin has to create it.",
        "account.suspended" => "The asking account is suspended; an admin can make it active again.",
        "account.revoked" => "The asking account was revoked.",
        "account.other-hospital" => "The asking account belongs to another hospital than it was used for.",
        "role.not-clinical" => "This role may not read patients' records.",
        "role.not-admin" => "Only an admin may do this.",
        "consent.deny" => "The patient has forbidden this.",
        "consent.missing" => "The patient is not treated by the asking hospital and has given no consent.",
        "document.unknown" => "The ledger has no such document.",
        _ => "The ledger's rules do not permit this.",
    };
}
