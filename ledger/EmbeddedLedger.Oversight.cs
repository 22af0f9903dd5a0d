using VoiceMed.Ledger.Access;
using VoiceMed.Ledger.Consents;
using VoiceMed.Ledger.Emergencies;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger;

/// <content>Emergency access, its review, the audit of turns, and resources.</content>
public sealed partial class EmbeddedLedger
{
    /// <inheritdoc/>
    public async ValueTask<EmergencyAccess> RequestEmergencyAccessAsync(
        PatientId patient, string reason, AccessContext access, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        const string Operation = "requestEmergencyAccess";
        var known = Store.Read(reader => RecordReader.IsKnown(reader, patient));
        var decision = DecideEmergency(patient, reason, access, known);
        await _desk.AuditAsync(known ? patient : null, Operation, decision, access, cancellation).ConfigureAwait(false);
        return await _emergencies.OpenAsync(patient, access.Doctor!.Value, reason, access, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<EmergencyAccess>> GetEmergencyAccessesAsync(
        bool unreviewedOnly, AccessContext access, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        await _desk.AuditAsync(null, "getEmergencyAccesses", DecideOversight(access), access, cancellation).ConfigureAwait(false);
        return Store.Read(reader => EmergencyDesk.List(reader, unreviewedOnly));
    }

    /// <inheritdoc/>
    public async ValueTask<EmergencyAccess> ReviewEmergencyAccessAsync(
        string emergency, bool justified, AccessContext access, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(emergency);
        ArgumentNullException.ThrowIfNull(access);
        var decision = access.Doctor is null ? new AccessDecision(false, "account.unknown", "law.account.unknown") : DecideOversight(access);
        await _desk.AuditAsync(null, "reviewEmergencyAccess", decision, access, cancellation).ConfigureAwait(false);
        return await _emergencies.ReviewAsync(emergency, justified, access.Doctor!.Value, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<AppendReceipt> RecordTurnAsync(
        PatientId? patient, string operation, bool granted, string reason, AccessContext access, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentNullException.ThrowIfNull(access);
        var known = patient is { } asked && Store.Read(reader => RecordReader.IsKnown(reader, asked));
        return await _audit.RecordAsync(known ? patient : null, operation, granted, reason, access, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<ResourceVerdict> VerifyResourceAsync(string item, AccessContext access, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(item);
        ArgumentNullException.ThrowIfNull(access);
        await _desk.AuditAsync(null, "verifyResource", _desk.DecideInGeneral("resource", access), access, cancellation).ConfigureAwait(false);
        return await _resources.VerifyAsync(item, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StockLevel>> GetStockAsync(
        string? item, HospitalId? hospital, AccessContext access, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        await _desk.AuditAsync(null, "getStock", _desk.DecideInGeneral("resource", access), access, cancellation).ConfigureAwait(false);
        return await _resources.GetStockAsync(item, hospital, cancellation).ConfigureAwait(false);
    }


    // An emergency is the one thing a doctor of any hospital may always open: what is checked is who asks, not for whom.
    private AccessDecision DecideEmergency(PatientId patient, string reason, AccessContext access, bool known)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new AccessDecision(false, "emergency.no-reason", "law.emergency.reason");
        }

        if (!known)
        {
            return new AccessDecision(false, "patient.unknown", "patient.unknown");
        }

        if (Store.ContentKeys.IsDestroyed(Storage.ChainName.Patient(patient)))
        {
            return new AccessDecision(false, "patient.erased", "law.erased");
        }

        var asker = _desk.StatusOf(access);
        return asker == AskerStatus.Active && access.Role is not ("admin" or "system")
            ? new AccessDecision(true, "law.emergency", "law.emergency")
            : _desk.DecideInGeneral("visit", access) is { Granted: false } refused ? refused : new AccessDecision(false, "role.not-clinical", "law.role");
    }

    private AccessDecision DecideOversight(AccessContext access) =>
        access.Role == "admin" ? _desk.DecideInGeneral("emergency", access) : new AccessDecision(false, "role.not-admin", "law.role");
}
