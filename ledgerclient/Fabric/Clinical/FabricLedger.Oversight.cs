using NodaTime;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Gs1;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <content>Emergency access, its review, the audit of turns, and resources.</content>
public sealed partial class FabricLedger
{
    /// <inheritdoc/>
    public async ValueTask<EmergencyAccess> RequestEmergencyAccessAsync(
        PatientId patient, string reason, AccessContext access, CancellationToken cancellation = default)
    {
        var (ruling, status) = await contract.SubmitAsync<Ruling>("openEmergency", cancellation, patient.Value, reason ?? "", Json(access))
            .ConfigureAwait(false);
        return Emergency(ruling) with { Entry = places.Of(status) };
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<EmergencyAccess>> GetEmergencyAccessesAsync(
        bool unreviewedOnly, AccessContext access, CancellationToken cancellation = default)
    {
        await DecideInGeneralAsync("getEmergencyAccesses", "emergency", access, cancellation).ConfigureAwait(false);
        var all = await contract.EvaluateAsync<IReadOnlyList<LedgerRecord>>(
            "emergencies", cancellation, unreviewedOnly ? "true" : "false", Json(access)).ConfigureAwait(false);
        return [.. all.OfType<EmergencyAccess>()];
    }

    /// <inheritdoc/>
    public async ValueTask<EmergencyAccess> ReviewEmergencyAccessAsync(
        string emergency, bool justified, AccessContext access, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(emergency);
        var (ruling, _) = await contract.SubmitAsync<Ruling>(
            "reviewEmergency", cancellation, emergency, justified ? "true" : "false", Json(access)).ConfigureAwait(false);
        return Emergency(ruling);
    }

    /// <inheritdoc/>
    public async ValueTask<AppendReceipt> RecordTurnAsync(
        PatientId? patient, string operation, bool granted, string reason, AccessContext access, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var (entry, status) = await contract.SubmitAsync<AuditEntry>(
            "recordTurn", cancellation, patient?.Value ?? "", operation, granted ? "true" : "false", reason, Json(access)).ConfigureAwait(false);
        return await places.ReceiptAsync(new WrittenEntry(entry.Transaction, entry.Duplicate), status, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<ResourceVerdict> VerifyResourceAsync(string item, AccessContext access, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(item);
        await DecideInGeneralAsync("verifyResource", "resource", access, cancellation).ConfigureAwait(false);
        var found = await contract.EvaluateAsync<JudgedResource>("verifyResource", cancellation, Json(ReadLabel(item)), Json(access)).ConfigureAwait(false);
        return new ResourceVerdict(found.Status, found.Code, found.Name, found.Details ?? new Dictionary<string, string>());
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StockLevel>> GetStockAsync(
        string? item, HospitalId? hospital, AccessContext access, CancellationToken cancellation = default)
    {
        await DecideInGeneralAsync("getStock", "resource", access, cancellation).ConfigureAwait(false);
        var all = await contract.EvaluateAsync<IReadOnlyList<StockLevel>>("stock", cancellation, hospital?.Value ?? "", Json(access))
            .ConfigureAwait(false);
        return [.. all.Where(level => item is null || Mentions(level.Resource.Ru, item) || Mentions(level.Resource.En, item))];
    }

    /// <summary>The audit as a whole, newest first. For admins, and for an account about itself.</summary>
    /// <param name="patient">Only this patient, or null for all, also for turns about nobody.</param>
    /// <param name="doctor">Only this account, or null for all.</param>
    /// <param name="refusedOnly">True for refusals only.</param>
    /// <param name="count">At most so many, or null for all.</param>
    /// <param name="access">On whose behalf; the look is itself an audit entry.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The accesses with the transactions that recorded them.</returns>
    public async ValueTask<IReadOnlyList<AccessRecord>> GetAccessesAsync(
        PatientId? patient, DoctorId? doctor, bool refusedOnly, int? count, AccessContext access, CancellationToken cancellation = default)
    {
        var asker = Json(access);
        var own = doctor is not null && doctor == access.Doctor;
        await DecideInGeneralAsync("getAccesses", own ? "access" : "emergency", access, cancellation).ConfigureAwait(false);
        var selection = Json(new { Patient = patient?.Value, Doctor = doctor?.Value, Refused = refusedOnly, Count = count });
        var found = await oversight.EvaluateAsync<IReadOnlyList<FabricEntry>>("accesses", cancellation, selection, asker).ConfigureAwait(false);
        var records = new List<AccessRecord>(found.Count);
        foreach (var one in found)
        {
            var block = await places.BlockAsync(one.Transaction, cancellation).ConfigureAwait(false);
            records.Add((AccessRecord)Decode<AccessRecord>(one.Body) with { Entry = places.Of(one.Transaction, block.Number) });
        }
        return records;
    }

    private async ValueTask<IReadOnlyList<FabricEntry>> EntriesOfAsync(DoctorId account, CancellationToken cancellation)
    {
        var steps = await Accounts.GetStepsAsync(account, cancellation).ConfigureAwait(false);
        var accesses = await oversight.EvaluateAsync<IReadOnlyList<FabricEntry>>("of", cancellation, account.Value).ConfigureAwait(false);
        return [.. steps.Concat(accesses).OrderByDescending(static entry => entry.At)];
    }

    private EmergencyAccess Emergency(Ruling ruling)
    {
        ThrowUnlessGranted(ruling);
        return ruling.Emergency as EmergencyAccess
            ?? throw new LedgerTamperedException("fabric.answer", "The chaincode granted an emergency access and named none.");
    }

    // The chaincode judges what stands on the package; reading the code is the same for both engines and needs no agreement.
    private static PackageLabel ReadLabel(string item)
    {
        try
        {
            var code = Gs1Parser.Parse(item, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InUtc().Date);
            return new PackageLabel(item, code.Gtin, code.Serial, code.Batch, code.Expiry);
        }
        catch (Gs1FormatException)
        {
            return new PackageLabel(item, Fault: "not-a-gs1-code");
        }
    }

    private static bool Mentions(string? name, string part) =>
        name is not null && Plain(name).Contains(Plain(part), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => text.Replace('ё', 'е').Replace('Ё', 'Е');
}
