using System.Text.Json;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Accounts;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>Finds accounts and keys in the ledger. Thread-safe; answers with the ledger's present state.</summary>
internal sealed class RestAccounts(EmbeddedLedger ledger)
{
    /// <summary>The account and key a token names, <c>account/key</c>; null when there is no such key and never was.</summary>
    public RestAccount? Find(string keyIdentifier)
    {
        // The channel's own keys first: no account that is called like one takes its place.
        if (OfChannel(keyIdentifier) is { } known)
        {
            return known;
        }

        if (keyIdentifier.Split('/') is not [var id, var key] || Account(new DoctorId(id)) is not { } account)
        {
            return null;
        }

        return account.Keys.TryGetValue(key, out var current) ? Of(account, keyIdentifier, current, revoked: false)
            : FormerKey(account.Id, key) is { } former ? Of(account, keyIdentifier, former, revoked: true)
            : null;
    }

    /// <summary>An account, or null.</summary>
    public Account? Account(DoctorId id) => ledger.Accounts.Find(id);

    // A key that was revoked is still known by the account's chain: its holder is told so, instead of being a stranger.
    private byte[]? FormerKey(DoctorId account, string key) => ledger.Store.Read(reader => reader.Walk(ChainName.Account(account.Value))
        .Where(entry => entry.Header.Kind == AccountEvent.Kind)
        .Select(entry => JsonSerializer.Deserialize<AccountEvent>(reader.Open(entry), RecordJson.Options))
        .LastOrDefault(step => step?.Key == key && step.PublicKey is not null)?.PublicKey);

    // Managers of hospitals and members of the council are their keys; the machine's own key asks nobody.
    private RestAccount? OfChannel(string name)
    {
        var registry = ledger.Registry.Current;
        if (!registry.Keys.TryGetValue(name, out var key))
        {
            return null;
        }

        var owner = new DoctorId(name[..name.IndexOf('/', StringComparison.Ordinal)]);
        return key.Hospital is { } hospital
            ? new RestAccount(owner, name, key.PublicKey, key.Revoked, Suspended: false, CallerRoles.Manager, hospital, name)
            : registry.Genesis!.Council.ContainsKey(name)
                ? new RestAccount(owner, name, key.PublicKey, key.Revoked, Suspended: false, CallerRoles.Council, new HospitalId(CallerRoles.Council), name)
                : null;
    }

    private static RestAccount Of(Account account, string keyIdentifier, byte[] publicKey, bool revoked) => new(
        account.Id, keyIdentifier, publicKey, revoked || account.Status == AccountStatus.Revoked, account.Status == AccountStatus.Suspended,
        account.Role, account.Hospital, account.Name.In("ru"));
}
