using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>An account as the chaincode gives it.</summary>
internal sealed record StoredAccount(
    DoctorId Doctor, BilingualText Name, string Role, HospitalId Hospital, string Status, string? Created, IReadOnlyDictionary<string, StoredKey>? Keys)
{
    /// <summary>The chaincode's word for a status.</summary>
    public static string Text(AccountStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>The account, without revoked keys.</summary>
    public Account ToAccount() => new(
        Doctor, Name, Role, Hospital,
        Enum.TryParse<AccountStatus>(Status, ignoreCase: true, out var status)
            ? status
            : throw new LedgerTamperedException("fabric.answer", "An account of the channel has a status that does not exist."),
        (Keys ?? new Dictionary<string, StoredKey>()).Where(static key => !key.Value.Revoked)
            .ToDictionary(static key => key.Key, static key => key.Value.PublicKey, StringComparer.Ordinal));
}

/// <summary>A key of an account as the chaincode gives it.</summary>
internal sealed record StoredKey(byte[] PublicKey, bool Revoked = false);

/// <summary>An account, or nothing.</summary>
internal sealed record FoundAccount(StoredAccount? Account = null);
