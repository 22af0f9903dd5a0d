using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Accounts;

/// <summary>One step in an account's life; what is null stays as it was.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">The name, set when the account is created.</param>
/// <param name="Role">The role.</param>
/// <param name="Hospital">The hospital.</param>
/// <param name="Status">The status.</param>
/// <param name="Key">The name of a key that comes or goes.</param>
/// <param name="PublicKey">The public half of a key that comes; null for one that goes.</param>
public sealed record AccountEvent(
    DoctorId Account,
    BilingualText? Name = null,
    string? Role = null,
    HospitalId? Hospital = null,
    AccountStatus? Status = null,
    string? Key = null,
    byte[]? PublicKey = null)
{
    /// <summary>The entry's kind.</summary>
    public const string Kind = "account";
}
