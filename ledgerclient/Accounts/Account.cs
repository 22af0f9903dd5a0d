using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Accounts;

/// <summary>Somebody who acts in the ledger: a clinician, an admin. Hospitals' managers and council members act by their keys.</summary>
/// <param name="Id">The account, for example <c>smirnova</c>.</param>
/// <param name="Name">The name as people say it.</param>
/// <param name="Role">The role, for example <c>doctor</c> or <c>cardiologist</c>.</param>
/// <param name="Hospital">The hospital that answers for the account.</param>
/// <param name="Status">Whether it may act.</param>
/// <param name="Keys">The account's own public keys (DER SubjectPublicKeyInfo) by name, without revoked ones.</param>
public sealed record Account(
    DoctorId Id, BilingualText Name, string Role, HospitalId Hospital, AccountStatus Status, IReadOnlyDictionary<string, byte[]> Keys);
