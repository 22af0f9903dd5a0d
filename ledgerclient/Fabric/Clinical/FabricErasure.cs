using NodaTime;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Erasure;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>
/// Erasure on a Fabric channel: the chaincode of each organisation checks the retention rule, deletes the patient's records from the state
/// and leaves a tombstone; then the patient's key in this vault is destroyed, which makes the documents unreadable. Thread-safe.
/// </summary>
/// <remarks>
/// Blocks keep what was written in the clear: no member can delete it from another's peer. A key is destroyed only for a tombstone that
/// stands in a block an orderer signed and enough organisations endorsed; the word of a single peer destroys nothing. Tombstones whose key is
/// still there, after a crash or because another organisation erased the patient, are made good before the first call after opening, and
/// after a refusal that says a patient was erased.
/// </remarks>
public sealed class FabricErasure : IErasureDesk, IDisposable
{
    private readonly ClinicalContract contract;
    private readonly TransactionPlaces places;
    private readonly VaultKeys keys;
    private readonly BlockCheck check;
    private readonly string chaincode;
    private readonly SemaphoreSlim gate = new(1);
    private volatile bool settled;

    internal FabricErasure(ClinicalContract contract, TransactionPlaces places, VaultKeys keys, BlockCheck check, string chaincode) =>
        (this.contract, this.places, this.keys, this.check, this.chaincode) = (contract, places, keys, check, chaincode);

    /// <inheritdoc/>
    public async ValueTask<LocalDate> GetRetainedUntilAsync(PatientId patient, CancellationToken cancellation = default) =>
        (await contract.EvaluateAsync<RetentionTerm>("retention", cancellation, patient.Value).ConfigureAwait(false)).RetainedUntil;

    /// <inheritdoc/>
    public async ValueTask<AppendReceipt> EraseAsync(
        PatientId patient, HospitalId hospital, string basis, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(basis);
        var (written, status) = await contract.SubmitAsync<WrittenEntry>("erase", cancellation, patient.Value, hospital.Value, basis)
            .ConfigureAwait(false);
        var receipt = await places.ReceiptAsync(written, status, cancellation).ConfigureAwait(false);
        await DestroyKeyAsync(new ErasedPatient(patient, written.Transaction), cancellation).ConfigureAwait(false);
        return receipt;
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>Destroys the keys of patients that were erased while nobody here could do it. Cheap once it is done.</summary>
    internal async Task SettleAsync(CancellationToken cancellation)
    {
        if (settled) return;
        await gate.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (settled) return;
            foreach (var erased in await contract.EvaluateAsync<IReadOnlyList<ErasedPatient>>("tombstones", cancellation).ConfigureAwait(false))
                if (keys.Has(erased.Patient)) await DestroyKeyAsync(erased, cancellation).ConfigureAwait(false);
            settled = true;
        }
        catch (LedgerUnavailableException e) when (e.Code != StorageFault.Code)
        {
            // The call that waits for this will say what is wrong; the next one tries again.
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Looks for tombstones again before the next call.</summary>
    internal void LookAgain() => settled = false;

    private async Task DestroyKeyAsync(ErasedPatient erased, CancellationToken cancellation)
    {
        var block = await places.BlockAsync(erased.Transaction, cancellation).ConfigureAwait(false);
        if (FaultOf(block, erased) is { } fault)
            throw new LedgerTamperedException("fabric.answer", $"The peer names a tombstone that nobody endorsed: {fault}. The patient's key is kept.");
        keys.Destroy(erased.Patient);
    }

    private string? FaultOf(FabricBlock block, ErasedPatient erased)
    {
        try
        {
            return FaultOfReadable(block, erased);
        }
        catch (FormatException unreadable)
        {
            return unreadable.Message;
        }
    }

    private string? FaultOfReadable(FabricBlock block, ErasedPatient erased)
    {
        if (check.FaultOf(block) is { } blockFault) return blockFault;
        if (block.Find(erased.Transaction) is not { } transaction) return $"block {block.Number} does not hold its transaction";
        if (check.FaultOf(transaction) is { } transactionFault) return transactionFault;
        return transaction.Written(chaincode, CompositeKey.Of("tombstone", erased.Patient.Value)) is { IsEmpty: false }
            ? null
            : "the transaction writes no tombstone of this patient";
    }

    private sealed record RetentionTerm(LocalDate RetainedUntil);

    private sealed record ErasedPatient(PatientId Patient, string Transaction);
}
