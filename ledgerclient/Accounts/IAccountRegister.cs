using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Accounts;

/// <summary>
/// Who may act in the ledger, and with which keys, whichever engine keeps it. A change is written by the account's own hospital. Thread-safe.
/// </summary>
/// <remarks>Every call may throw <see cref="LedgerUnavailableException"/>.</remarks>
public interface IAccountRegister
{
    /// <summary>The account, or null when there is none.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<Account?> FindAsync(DoctorId account, CancellationToken cancellation = default);

    /// <summary>All accounts, by identifier.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation = default);

    /// <summary>A key the account has or had, or null when it never had one of that name.</summary>
    /// <param name="account">The account.</param>
    /// <param name="key">The key's name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<AccountKey?> FindKeyAsync(DoctorId account, string key, CancellationToken cancellation = default);

    /// <summary>Creates an account; the same account again is recognised.</summary>
    /// <param name="account">The account.</param>
    /// <param name="name">The name as people say it.</param>
    /// <param name="role">The role.</param>
    /// <param name="hospital">The hospital that answers for it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerRejectedException"><c>account.exists</c> with other particulars; <c>hospital.unknown</c>.</exception>
    ValueTask<AppendReceipt> CreateAsync(
        DoctorId account, BilingualText name, string role, HospitalId hospital, CancellationToken cancellation = default);

    /// <summary>Suspends, re-activates or revokes an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="status">The new status.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerRejectedException"><c>account.unknown</c>; <c>account.revoked</c>: that cannot be undone.</exception>
    ValueTask<AppendReceipt> SetStatusAsync(DoctorId account, AccountStatus status, CancellationToken cancellation = default);

    /// <summary>Gives the account another role.</summary>
    /// <param name="account">The account.</param>
    /// <param name="role">The role; not blank.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerRejectedException"><c>account.unknown</c>, <c>account.revoked</c>.</exception>
    ValueTask<AppendReceipt> SetRoleAsync(DoctorId account, string role, CancellationToken cancellation = default);

    /// <summary>Adds a public key to the account, or replaces it.</summary>
    /// <param name="account">The account.</param>
    /// <param name="key">The key's name.</param>
    /// <param name="publicKey">DER SubjectPublicKeyInfo.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerRejectedException"><c>account.unknown</c>, <c>account.revoked</c>.</exception>
    ValueTask<AppendReceipt> AddKeyAsync(DoctorId account, string key, byte[] publicKey, CancellationToken cancellation = default);

    /// <summary>Revokes one key of the account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="key">The key's name.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerRejectedException"><c>account.unknown</c>, <c>account.revoked</c>.</exception>
    ValueTask<AppendReceipt> RevokeKeyAsync(DoctorId account, string key, CancellationToken cancellation = default);
}
