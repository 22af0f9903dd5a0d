using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Storage;

/// <summary>How chains are named, and whose key seals what stands in them. Thread-safe.</summary>
public static class ChainName
{
    /// <summary>The council's proposals and approvals.</summary>
    public const string Council = "council";

    /// <summary>Emergency accesses and their reviews.</summary>
    public const string Emergency = "emergency";

    /// <summary>Turns that were about no patient.</summary>
    public const string Turns = "audit/turns";

    private const int MaxIdLength = 64;

    /// <summary>The patient's own chain.</summary>
    public static string Patient(PatientId patient) => "patient/" + Checked(patient.Value);

    /// <summary>A parallel chain for one of the patient's streams, for example of a device at home.</summary>
    public static string Stream(PatientId patient, string stream) => Patient(patient) + "/stream/" + Checked(stream);

    /// <summary>What all streams of a patient begin with.</summary>
    public static string StreamPrefix(PatientId patient) => Patient(patient) + "/stream/";

    /// <summary>Who accessed the patient's record, or tried to.</summary>
    public static string Audit(PatientId patient) => "audit/patient/" + Checked(patient.Value);

    /// <summary>The governance of a channel: hospitals and their keys.</summary>
    public static string Channel(string channel) => "channel/" + Checked(channel);

    /// <summary>An account's life.</summary>
    public static string Account(string account) => "account/" + Checked(account);

    /// <summary>A contract's versions and invocations.</summary>
    public static string Contract(string contract) => "contract/" + Checked(contract);

    /// <summary>One medical resource's life, by its code.</summary>
    public static string Resource(string code) => "resource/" + Checked(code);

    /// <summary>
    /// The key that seals the chain's payloads: the patient's for <c>patient/…</c>, the audit's for <c>audit/…</c> and
    /// <c>emergency</c>, none for the rest, which hold no personal data.
    /// </summary>
    public static string? KeyScope(string chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (chain.StartsWith("patient/", StringComparison.Ordinal))
        {
            var end = chain.IndexOf('/', "patient/".Length);
            return end < 0 ? chain : chain[..end];
        }

        return chain == Emergency || chain.StartsWith("audit/", StringComparison.Ordinal) ? "audit" : null;
    }

    /// <summary>The identifier, when it can be part of a chain's name: 1 to 64 ASCII letters, digits, <c>.</c>, <c>_</c>, <c>-</c>.</summary>
    /// <exception cref="LedgerRejectedException">It cannot: code <c>identifier.invalid</c>.</exception>
    public static string Checked(string? identifier)
    {
        return IsValid(identifier) ? identifier! : throw new LedgerRejectedException(
            "identifier.invalid", $"An identifier has 1 to {MaxIdLength} ASCII letters, digits, dots, hyphens or underscores.");
    }

    /// <summary>True when the identifier can be part of a chain's name.</summary>
    public static bool IsValid(string? identifier) =>
        identifier is { Length: > 0 and <= MaxIdLength } && identifier.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
