using System.Text.Json;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Accounts;

/// <summary>
/// Accounts: create, ask for, change status, role and keys, and the whole history of one. Each change is an entry of the
/// account's own chain, signed by its hospital's manager. Thread-safe.
/// </summary>
public sealed class AccountDesk(LedgerStore store, RegistryView registry) : IAccountRegister
{
    /// <summary>Creates an account; the same account again is recognised.</summary>
    /// <exception cref="LedgerRejectedException"><c>account.exists</c> with other particulars; <c>hospital.unknown</c>.</exception>
    public ValueTask<AppendReceipt> CreateAsync(
        DoctorId account, BilingualText name, string role, HospitalId hospital, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        return ChangeAsync(new AccountEvent(account, name, role, hospital, AccountStatus.Active), (known, chain, transaction) =>
        {
            if (known is not null)
            {
                var first = transaction.Find(chain, 0)!;
                return known.Name == name && known.Role == role && known.Hospital == hospital
                    ? new AppendReceipt(first.Reference, Duplicate: true)
                    : throw new LedgerRejectedException("account.exists", $"There is an account '{account}' already, with other particulars; change that one.");
            }

            return null;
        }, hospital, cancellation);
    }

    /// <summary>The account, or null.</summary>
    public Account? Find(DoctorId account) => registry.Current.Accounts.GetValueOrDefault(account);

    /// <summary>All accounts, in order.</summary>
    public IReadOnlyList<Account> List() => [.. registry.Current.Accounts.Values.OrderBy(static account => account.Id.Value, StringComparer.Ordinal)];

    /// <summary>Suspends, re-activates or revokes an account.</summary>
    /// <exception cref="LedgerRejectedException"><c>account.unknown</c>; <c>account.revoked</c>: that cannot be undone.</exception>
    public ValueTask<AppendReceipt> SetStatusAsync(DoctorId account, AccountStatus status, CancellationToken cancellation = default) =>
        ChangeKnownAsync(new AccountEvent(account, Status: status), cancellation);

    /// <summary>Gives the account another role.</summary>
    /// <exception cref="LedgerRejectedException"><c>account.unknown</c>, <c>account.revoked</c>.</exception>
    public ValueTask<AppendReceipt> SetRoleAsync(DoctorId account, string role, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        return ChangeKnownAsync(new AccountEvent(account, Role: role), cancellation);
    }

    /// <summary>Adds a public key to the account, or replaces it.</summary>
    /// <exception cref="LedgerRejectedException"><c>account.unknown</c>, <c>account.revoked</c>.</exception>
    public ValueTask<AppendReceipt> AddKeyAsync(DoctorId account, string key, byte[] publicKey, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        return ChangeKnownAsync(new AccountEvent(account, Key: key, PublicKey: publicKey), cancellation);
    }

    /// <summary>Revokes one key of the account.</summary>
    /// <exception cref="LedgerRejectedException"><c>account.unknown</c>, <c>account.revoked</c>.</exception>
    public ValueTask<AppendReceipt> RevokeKeyAsync(DoctorId account, string key, CancellationToken cancellation = default) =>
        ChangeKnownAsync(new AccountEvent(account, Key: key), cancellation);

    /// <summary>Everything the ledger holds of an account, newest first: its own life and every access it made or tried.</summary>
    /// <param name="account">The account.</param>
    /// <param name="count">At most so many; null for all.</param>
    public IReadOnlyList<StoredEntry> History(DoctorId account, int? count = null) => store.Read<IReadOnlyList<StoredEntry>>(reader =>
    [
        .. reader.ActedBy(account.Value, count).Concat(reader.Walk(ChainName.Account(account.Value)))
            .OrderByDescending(static entry => entry.Sequence).Take(count ?? int.MaxValue),
    ]);

    /// <inheritdoc/>
    ValueTask<Account?> IAccountRegister.FindAsync(DoctorId account, CancellationToken cancellation) => new(Find(account));

    /// <inheritdoc/>
    ValueTask<IReadOnlyList<Account>> IAccountRegister.ListAsync(CancellationToken cancellation) => new(List());

    /// <inheritdoc/>
    ValueTask<AccountKey?> IAccountRegister.FindKeyAsync(DoctorId account, string key, CancellationToken cancellation)
    {
        if (Find(account) is not { } known)
        {
            return new((AccountKey?)null);
        }

        return new(known.Keys.TryGetValue(key, out var current) ? new AccountKey(current, Revoked: false)
            : FormerKey(account, key) is { } former ? new AccountKey(former, Revoked: true)
            : null);
    }

    // A key that was revoked is still known by the account's chain.
    private byte[]? FormerKey(DoctorId account, string key) => store.Read(reader => reader.Walk(ChainName.Account(account.Value))
        .Where(entry => entry.Header.Kind == AccountEvent.Kind)
        .Select(entry => JsonSerializer.Deserialize<AccountEvent>(reader.Open(entry), RecordJson.Options))
        .LastOrDefault(step => step?.Key == key && step.PublicKey is not null)?.PublicKey);

    private ValueTask<AppendReceipt> ChangeKnownAsync(AccountEvent step, CancellationToken cancellation) =>
        ChangeAsync(step, (known, _, _) => known switch
        {
            null => throw new LedgerRejectedException("account.unknown", $"There is no account '{step.Account}'."),
            { Status: AccountStatus.Revoked } => throw new LedgerRejectedException("account.revoked", $"The account '{step.Account}' is revoked for ever; create another."),
            _ => null,
        }, hospital: null, cancellation);

    private async ValueTask<AppendReceipt> ChangeAsync(
        AccountEvent step, Func<Account?, string, LedgerTransaction, AppendReceipt?> check, HospitalId? hospital, CancellationToken cancellation)
    {
        var chain = ChainName.Account(step.Account.Value);
        var receipt = await store.TransactAsync(transaction =>
        {
            var known = AccountReplay.Replay(transaction.Walk(chain).Select(entry => (entry.Header.Kind, transaction.Open(entry))));
            return check(known, chain, transaction) ?? transaction.Append(new EntryDraft
            {
                Chain = chain,
                Kind = AccountEvent.Kind,
                Writer = registry.Current.SigningKeyOf(hospital ?? known!.Hospital),
                Payload = JsonSerializer.SerializeToUtf8Bytes(step, RecordJson.Options),
            });
        }, cancellation).ConfigureAwait(false);
        registry.Refresh();
        return receipt;
    }
}
