using System.Text.Json;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Accounts;

/// <summary>An account as its chain says.</summary>
internal static class AccountReplay
{
    /// <summary>The account after all its events, or null when it was never created.</summary>
    public static Account? Replay(IEnumerable<(string Kind, byte[] Payload)> events)
    {
        Account? account = null;
        foreach (var (kind, payload) in events)
        {
            if (kind == AccountEvent.Kind && JsonSerializer.Deserialize<AccountEvent>(payload, RecordJson.Options) is { } step)
            {
                account = account is null ? Create(step) : Apply(account, step);
            }
        }

        return account;
    }

    private static Account? Create(AccountEvent step) => step is { Name: { } name, Role: { } role, Hospital: { } hospital }
        ? Apply(new Account(step.Account, name, role, hospital, AccountStatus.Active, new Dictionary<string, byte[]>()), step)
        : null;

    private static Account Apply(Account account, AccountEvent step)
    {
        var keys = new Dictionary<string, byte[]>(account.Keys, StringComparer.Ordinal);
        if (step.Key is { } key)
        {
            keys.Remove(key);
            if (step.PublicKey is { } publicKey)
            {
                keys.Add(key, publicKey);
            }
        }

        return account with
        {
            Name = step.Name ?? account.Name,
            Role = step.Role ?? account.Role,
            Hospital = step.Hospital ?? account.Hospital,

            // Revoked is for ever: a later event cannot bring the account back.
            Status = account.Status == AccountStatus.Revoked ? AccountStatus.Revoked : step.Status ?? account.Status,
            Keys = keys,
        };
    }
}
