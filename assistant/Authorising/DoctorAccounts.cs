using VoiceMed.Ledger;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Authorising;

/// <summary>
/// The doctors' accounts in the ledger, which answers nobody without one: who is enrolled gets one, who can open no session any
/// more has it suspended, who leaves has it revoked. Thread-safe.
/// </summary>
/// <param name="ledger">The ledger.</param>
/// <param name="home">The hospital of a doctor for whom the house's file names none.</param>
public sealed class DoctorAccounts(IClinicalLedger ledger, HospitalId home)
{
    private readonly IAccountRegister _accounts = ledger switch
    {
        EmbeddedLedger embedded => embedded.Accounts,
        FabricLedger fabric => fabric.Accounts,
        _ => throw new ArgumentException("This ledger keeps no accounts.", nameof(ledger)),
    };

    /// <summary>The accounts of a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="configured">The hospital the configuration's first terminal stands in; null for the channel's first.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when the channel has no hospital yet: nobody could answer for an account.</returns>
    public static async ValueTask<DoctorAccounts?> OfAsync(IClinicalLedger ledger, string? configured, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return await ledger.GetHospitalsAsync(cancellation).ConfigureAwait(false) is [var first, ..]
            ? new DoctorAccounts(ledger, configured is null ? first.Id : new HospitalId(configured))
            : null;
    }

    /// <summary>Gives an enrolled doctor an account that may act.</summary>
    /// <exception cref="LedgerRejectedException">
    /// <c>account.revoked</c>: that identifier may never act again; <c>hospital.unknown</c>; <c>identifier.invalid</c>.
    /// </exception>
    public async ValueTask<AccountLink> EnsureAsync(DoctorIdentity doctor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(doctor);
        switch ((await _accounts.FindAsync(doctor.Id, cancellation).ConfigureAwait(false))?.Status)
        {
            case null:
                await _accounts.CreateAsync(doctor.Id, doctor.Name, doctor.Role, doctor.Hospital ?? home, cancellation).ConfigureAwait(false);
                return AccountLink.Made;
            case AccountStatus.Active:
                return AccountLink.Kept;
            default:
                await _accounts.SetStatusAsync(doctor.Id, AccountStatus.Active, cancellation).ConfigureAwait(false);
                return AccountLink.Reactivated;
        }
    }

    /// <summary>Makes the accounts that are missing; those that are there, suspended ones too, stay as they are.</summary>
    /// <returns>Whose account could not be made, and why.</returns>
    public async ValueTask<IReadOnlyList<(DoctorId Doctor, string Why)>> EnsureMissingAsync(
        IEnumerable<DoctorIdentity> doctors, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(doctors);
        var failed = new List<(DoctorId, string)>();
        var known = (await _accounts.ListAsync(cancellation).ConfigureAwait(false)).Select(account => account.Id).ToHashSet();
        foreach (var doctor in doctors.Where(doctor => !known.Contains(doctor.Id)))
        {
            try
            {
                await EnsureAsync(doctor, cancellation).ConfigureAwait(false);
            }
            catch (LedgerRejectedException e)
            {
                failed.Add((doctor.Id, e.Message));
            }
        }

        return failed;
    }

    /// <summary>Ends an account: for now, or for ever.</summary>
    /// <param name="doctor">The doctor.</param>
    /// <param name="forEver">True revokes, which cannot be undone; false suspends until the doctor is enrolled again.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False when there is no account, or it was revoked before.</returns>
    public async ValueTask<bool> EndAsync(DoctorIdentity doctor, bool forEver, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(doctor);
        var wanted = forEver ? AccountStatus.Revoked : AccountStatus.Suspended;
        if (await _accounts.FindAsync(doctor.Id, cancellation).ConfigureAwait(false) is not { } account || account.Status == AccountStatus.Revoked)
        {
            return false;
        }

        if (account.Status != wanted)
        {
            await _accounts.SetStatusAsync(doctor.Id, wanted, cancellation).ConfigureAwait(false);
        }

        return true;
    }
}
