using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>
/// The accounts of a Fabric channel. Everybody in the channel may ask who there is; only the organisation of an account's hospital changes
/// it. Thread-safe.
/// </summary>
public sealed class FabricAccounts : IAccountRegister
{
    private readonly ClinicalContract contract;
    private readonly TransactionPlaces places;

    internal FabricAccounts(ClinicalContract contract, TransactionPlaces places) => (this.contract, this.places) = (contract, places);

    /// <inheritdoc/>
    public async ValueTask<Account?> FindAsync(DoctorId account, CancellationToken cancellation = default) =>
        (await StoredAsync(account, cancellation).ConfigureAwait(false))?.ToAccount();

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Account>> ListAsync(CancellationToken cancellation = default)
    {
        var all = await contract.EvaluateAsync<IReadOnlyList<StoredAccount>>("list", cancellation).ConfigureAwait(false);
        return [.. all.Select(static one => one.ToAccount())];
    }

    /// <inheritdoc/>
    public async ValueTask<AccountKey?> FindKeyAsync(DoctorId account, string key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await StoredAsync(account, cancellation).ConfigureAwait(false) is { Keys: { } keys } && keys.TryGetValue(key, out var known)
            ? new AccountKey(known.PublicKey, known.Revoked)
            : null;
    }

    /// <inheritdoc/>
    public async ValueTask<AppendReceipt> CreateAsync(
        DoctorId account, BilingualText name, string role, HospitalId hospital, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        var (written, status) = await contract.SubmitAsync<WrittenEntry>(
            "create", cancellation, ClinicalContract.Json(new { doctor = account, name, role, hospital })).ConfigureAwait(false);
        return await places.ReceiptAsync(written, status, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<AppendReceipt> SetStatusAsync(DoctorId account, AccountStatus status, CancellationToken cancellation = default) =>
        ChangeAsync("change", [account.Value, ClinicalContract.Json(new { status = StoredAccount.Text(status) })], cancellation);

    /// <inheritdoc/>
    public ValueTask<AppendReceipt> SetRoleAsync(DoctorId account, string role, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        return ChangeAsync("change", [account.Value, ClinicalContract.Json(new { role })], cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<AppendReceipt> AddKeyAsync(DoctorId account, string key, byte[] publicKey, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        return ChangeAsync("setKey", [account.Value, key, Convert.ToBase64String(publicKey)], cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<AppendReceipt> RevokeKeyAsync(DoctorId account, string key, CancellationToken cancellation = default) =>
        ChangeAsync("setKey", [account.Value, key, ""], cancellation);

    /// <summary>The steps of an account's life, newest first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The steps; none when there is no such account.</returns>
    public async ValueTask<IReadOnlyList<FabricEntry>> GetStepsAsync(DoctorId account, CancellationToken cancellation = default)
    {
        var steps = await contract.EvaluateAsync<IReadOnlyList<FabricEntry>>("steps", cancellation, account.Value).ConfigureAwait(false);
        return [.. steps.OrderByDescending(static step => step.At)];
    }

    private async ValueTask<StoredAccount?> StoredAsync(DoctorId account, CancellationToken cancellation) =>
        (await contract.EvaluateAsync<FoundAccount>("find", cancellation, account.Value).ConfigureAwait(false)).Account;

    private async ValueTask<AppendReceipt> ChangeAsync(string function, string[] arguments, CancellationToken cancellation)
    {
        var submitted = await contract.SubmitAsync(function, cancellation, arguments).ConfigureAwait(false);
        return new AppendReceipt(places.Of(submitted.Status), Duplicate: false);
    }
}
