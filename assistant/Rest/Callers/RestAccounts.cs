using VoiceMed.Ledger.Governance;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>Finds accounts and keys in the ledger. Thread-safe; answers with the ledger's present state.</summary>
/// <param name="register">The ledger's accounts.</param>
/// <param name="channel">The keys of hospitals' managers and the council, where the ledger has such; null where it has not.</param>
internal sealed class RestAccounts(IAccountRegister register, RegistryView? channel)
{
    /// <summary>The account and key a token names, <c>account/key</c>; null when there is no such key and never was.</summary>
    public async ValueTask<RestAccount?> FindAsync(string keyIdentifier, CancellationToken cancellation)
    {
        // The channel's own keys first: no account that is called like one takes its place.
        if (OfChannel(keyIdentifier) is { } known)
        {
            return known;
        }

        if (keyIdentifier.Split('/') is not [{ Length: > 0 } id, { Length: > 0 } name]
            || await AccountAsync(new DoctorId(id), cancellation).ConfigureAwait(false) is not { } account
            || await register.FindKeyAsync(account.Id, name, cancellation).ConfigureAwait(false) is not { } key)
        {
            return null;
        }

        return new RestAccount(
            account.Id, keyIdentifier, key.PublicKey, key.Revoked || account.Status == AccountStatus.Revoked, account.Status == AccountStatus.Suspended,
            account.Role, account.Hospital, account.Name.In("ru"));
    }

    /// <summary>An account, or null.</summary>
    public ValueTask<Account?> AccountAsync(DoctorId id, CancellationToken cancellation) => register.FindAsync(id, cancellation);

    // Managers of hospitals and members of the council are their keys; the machine's own key asks nobody.
    private RestAccount? OfChannel(string name)
    {
        if (channel?.Current is not { } registry || !registry.Keys.TryGetValue(name, out var key))
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
}
