using NodaTime;
using VoiceMed.Ledger.Devices;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Import;

/// <summary>
/// Imports into a Fabric channel: a step is one transaction, planned by what the channel holds and refused whole by the peers when somebody
/// wrote in between. Thread-safe.
/// </summary>
internal sealed class FabricImportStore(FabricLedger ledger, TimeProvider time) : IImportStore
{
    private const int Attempts = 3;

    /// <inheritdoc/>
    public int MostAtOnce => 16;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Hospital>> GetHospitalsAsync(CancellationToken cancellation) => ledger.GetHospitalsAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PatientId>> FindPatientsAsync(IdentityKey key, CancellationToken cancellation) =>
        ledger.FindNamedAsync([key.Text], cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ImportOutcome>> AppendAsync(
        IReadOnlyList<ImportDraft> drafts, ImportSource source, Action<int> at, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcomes = new ImportOutcome[drafts.Count];
            var steps = new List<(int Draft, FabricAppend Step)>(drafts.Count);
            for (var index = 0; index < outcomes.Length; index++)
            {
                at(index);
                (outcomes[index], var step) = await PlanAsync(drafts[index], source, cancellation).ConfigureAwait(false);
                if (!step.IsEmpty)
                {
                    steps.Add((index, step));
                }
            }

            FabricAppend[] parts = [.. steps.Select(static one => one.Step)];

            try
            {
                await ledger.AppendAllAsync(parts, source.Hospital, cancellation).ConfigureAwait(false);
                return outcomes;
            }
            catch (LedgerRejectedException e) when (e.Code is "supersedes.stale" or "idempotency.conflict" && attempt < Attempts)
            {
                // Another import of the same resource was quicker; look again at what it left.
            }
            catch (LedgerRejectedException)
            {
                // The peers refuse a transaction whole and do not say which part of it is to blame.
                if (await ledger.FindRefusedAsync(parts, source.Hospital, cancellation).ConfigureAwait(false) is { } culprit)
                {
                    at(steps[culprit].Draft);
                    throw;
                }

                // Refused no more: somebody wrote in between.
                if (attempt == Attempts)
                {
                    throw;
                }
            }
        }
    }

    private ValueTask<(ImportOutcome, FabricAppend)> PlanAsync(ImportDraft draft, ImportSource source, CancellationToken cancellation) =>
        draft.Content.Record switch
        {
            Patient patient => PlanPatientAsync(patient, draft.Keys, source, cancellation),
            Observation { Device: not null, Hospital: null } reading => PlanReadingAsync(reading, source, cancellation),
            _ => PlanRecordAsync(draft, source, cancellation),
        };

    private async ValueTask<(ImportOutcome, FabricAppend)> PlanPatientAsync(
        Patient patient, IReadOnlyList<IdentityKey> keys, ImportSource source, CancellationToken cancellation)
    {
        var claims = new FabricAppend(null, "")
        {
            Patient = patient.Patient,
            Identifiers = await UnclaimedAsync(patient.Patient, keys, cancellation).ConfigureAwait(false),
        };
        if (await ledger.FindPatientAsync(patient.Patient, source.Hospital, cancellation).ConfigureAwait(false) is not { } before)
        {
            return (ImportOutcome.Added, claims with { Record = patient, IdempotencyKey = $"patient|{patient.Patient}|0" });
        }

        var after = RecordAppender.Merge(before.Record, patient);
        return RecordAppender.Same(before.Record, after)
            ? (ImportOutcome.Unchanged, claims)
            : (ImportOutcome.Corrected, claims with
            {
                Record = after,
                IdempotencyKey = $"patient|{patient.Patient}|{before.Entry}",
                Supersedes = before.Entry,
            });
    }

    // To claim what names the patient already would be a transaction that changes nothing.
    private async ValueTask<IReadOnlyList<string>> UnclaimedAsync(PatientId patient, IReadOnlyList<IdentityKey> keys, CancellationToken cancellation)
    {
        var unclaimed = new List<string>(keys.Count);
        foreach (var key in keys)
        {
            if (!(await FindPatientsAsync(key, cancellation).ConfigureAwait(false)).Contains(patient))
            {
                unclaimed.Add(key.Text);
            }
        }

        return unclaimed;
    }

    private async ValueTask<(ImportOutcome, FabricAppend)> PlanReadingAsync(Observation reading, ImportSource source, CancellationToken cancellation)
    {
        var plain = DeviceGateway.Normalise(reading, Instant.FromDateTimeOffset(time.GetUtcNow()));
        var key = DeviceGateway.KeyOf(plain);
        return await ledger.FindDeliveredAsync(source.Hospital, key, cancellation).ConfigureAwait(false) is { } known && RecordAppender.Same(known.Record, plain)
            ? (ImportOutcome.Unchanged, new FabricAppend(null, ""))
            : (ImportOutcome.Added, new FabricAppend(plain, key));
    }

    // Each version of a resource is delivered under the key and a running number; the first number that is free is the next.
    private async ValueTask<(ImportOutcome, FabricAppend)> PlanRecordAsync(ImportDraft draft, ImportSource source, CancellationToken cancellation)
    {
        FabricDelivery<LedgerRecord>? last = null;
        var revision = 0;
        while (await ledger.FindDeliveredAsync(source.Hospital, RecordAppender.KeyOf(draft.SourceKey, revision), cancellation).ConfigureAwait(false) is { } found)
        {
            (last, revision) = (found, revision + 1);
        }

        var append = new FabricAppend(draft.Content.Record, RecordAppender.KeyOf(draft.SourceKey, revision))
        {
            Content = draft.Content.Bytes ?? ReadOnlyMemory<byte>.Empty,
            Supersedes = last?.Entry,
        };
        if (last is null)
        {
            return (ImportOutcome.Added, append);
        }

        RecordAppender.RequireSamePatient(last.Record, draft.Content.Record);
        return IsSame(last.Record, draft) ? (ImportOutcome.Unchanged, new FabricAppend(null, "")) : (ImportOutcome.Corrected, append);
    }

    private bool IsSame(LedgerRecord before, ImportDraft draft) => (before, draft.Content) switch
    {
        (DocumentInfo known, { Record: DocumentInfo sent, Bytes: { } bytes }) =>
            RecordAppender.Same(known with { Commitment = null }, sent with { Commitment = null }) && ledger.IsContentOf(known, bytes),
        _ => RecordAppender.Same(before, draft.Content.Record),
    };
}
