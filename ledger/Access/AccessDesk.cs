using NodaTime;
using VoiceMed.Ledger.Accounts;
using VoiceMed.Ledger.Audit;
using VoiceMed.Ledger.Checkpoints;
using VoiceMed.Ledger.Consents;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Access;

/// <summary>
/// The one way to a patient's records: decide, audit, answer with proof, in that order. Thread-safe.
/// </summary>
internal sealed class AccessDesk(
    LedgerStore store, RegistryView registry, ConsentEngine engine, AuditDesk audit, CheckpointMaker checkpoints)
{
    private readonly SituationReader _situations = new();

    /// <summary>The moment, by the ledger's clock.</summary>
    public Instant Now => Instant.FromDateTimeOffset(store.Options.Time.GetUtcNow());

    /// <summary>Answers a question about one patient's records of one kind.</summary>
    /// <param name="operation">The operation, for the audit.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="kind">The record kind.</param>
    /// <param name="access">Who asks, and why.</param>
    /// <param name="load">Loads the matching records in the answer's order; given how many are wanted at most, or null when all have to be seen.</param>
    /// <param name="owner">The hospital that made a record.</param>
    /// <param name="count">At most so many are shown.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async ValueTask<LedgerAnswer<T>> AnswerAsync<T>(
        string operation,
        PatientId patient,
        string kind,
        AccessContext access,
        Func<LedgerReader, int?, Loaded<T>> load,
        Func<T, HospitalId?> owner,
        int? count,
        CancellationToken cancellation)
        where T : LedgerRecord
    {
        ArgumentNullException.ThrowIfNull(access);
        if (count < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "At least one record is asked for.");
        }

        var shown = store.Read(reader => Choose(reader, patient, kind, access, load, owner, count));
        await AuditAsync(shown.Known ? patient : null, operation, shown.Decision, access, cancellation).ConfigureAwait(false);
        var proof = await ProveAsync([.. shown.Items.Select(static found => found.Entry)], cancellation).ConfigureAwait(false);
        return new LedgerAnswer<T>([.. shown.Items.Select(static found => found.Record)], proof, (int)shown.Total, shown.Decision.Rule)
        {
            Withheld = shown.Withheld,
            WithheldRule = shown.Withheld == 0 ? null : shown.WithheldRule,
        };
    }

    /// <summary>Decides about one record, or about a kind of records in general.</summary>
    /// <exception cref="LedgerRejectedException">The ledger has no such patient: code <c>patient.unknown</c>.</exception>
    public AccessDecision Decide(LedgerReader reader, PatientId patient, string kind, HospitalId? owner, AccessContext access)
    {
        var now = Now;
        return RecordReader.IsKnown(reader, patient) && _situations.Read(reader, patient, now) is { } situation
            ? engine.Decide(new AccessQuestion(patient, kind, owner, access, now), situation, StatusOf(access))
            : new AccessDecision(false, "patient.unknown", "patient.unknown");
    }

    /// <summary>Decides about what is no patient's, such as resources: by law alone.</summary>
    public AccessDecision DecideInGeneral(string kind, AccessContext access)
    {
        var situation = new PatientSituation { Ward = access.Hospital };
        return engine.Decide(new AccessQuestion(AuditDesk.Nobody, kind, access.Hospital, access, Now), situation, StatusOf(access));
    }

    /// <summary>Audits a decision, then throws when it was a refusal.</summary>
    public async ValueTask AuditAsync(
        PatientId? patient, string operation, AccessDecision decision, AccessContext access, CancellationToken cancellation)
    {
        await audit.RecordAsync(patient, operation, decision.Granted, decision.Rule, access, cancellation).ConfigureAwait(false);
        if (!decision.Granted)
        {
            throw new LedgerRejectedException(decision.Code, Refusals.Explain(decision.Code), decision.Rule);
        }
    }

    /// <summary>The proof of entries; a checkpoint is made first when none covers them. Null for none.</summary>
    public async ValueTask<LedgerProof?> ProveAsync(IReadOnlyList<StoredEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        if (store.Read(reader => ProofMaker.IsCovered(reader, entries) ? ProofMaker.Make(reader, entries) : null) is { } ready)
        {
            return ready;
        }

        await checkpoints.MakeAsync(cancellation).ConfigureAwait(false);
        return store.Read(reader => ProofMaker.Make(reader, entries));
    }

    /// <summary>Forgets what is kept of a patient in memory.</summary>
    public void Forget(PatientId patient) => _situations.Forget(patient);

    /// <summary>What the ledger knows of who asks.</summary>
    public AskerStatus StatusOf(AccessContext access)
    {
        if (access.Doctor is not { } doctor)
        {
            return access.Role == "system" ? AskerStatus.House : AskerStatus.Unknown;
        }

        if (!registry.Current.Accounts.TryGetValue(doctor, out var account))
        {
            return AskerStatus.Unknown;
        }

        return account.Status switch
        {
            AccountStatus.Suspended => AskerStatus.Suspended,
            AccountStatus.Revoked => AskerStatus.Revoked,
            _ => access.Hospital is { } hospital && hospital != account.Hospital ? AskerStatus.ElsewhereEmployed : AskerStatus.Active,
        };
    }

    private Choice<T> Choose<T>(
        LedgerReader reader,
        PatientId patient,
        string kind,
        AccessContext access,
        Func<LedgerReader, int?, Loaded<T>> load,
        Func<T, HospitalId?> owner,
        int? count)
        where T : LedgerRecord
    {
        var general = Decide(reader, patient, kind, owner: null, access);
        if (general.Granted)
        {
            var all = load(reader, count);
            return new Choice<T>(general, [.. all.Items.Take(count ?? int.MaxValue)], all.Total, 0, null, Known: true);
        }

        var known = general.Code != "patient.unknown";
        var own = known && access.Hospital is { } hospital ? Decide(reader, patient, kind, hospital, access) : general;
        if (!own.Granted)
        {
            return new Choice<T>(general, [], 0, 0, null, known);
        }

        // Only the asker's own hospital's records: the others are counted and named as withheld.
        var every = load(reader, null).Items;
        var mine = every.Where(found => owner(found.Record) == access.Hospital).ToList();
        if (mine.Count == 0)
        {
            // A hospital that has nothing to do with the patient is refused: "none" would be taken for "nothing is recorded".
            return new Choice<T>(general, [], 0, 0, null, Known: true);
        }

        return new Choice<T>(own, [.. mine.Take(count ?? int.MaxValue)], mine.Count, every.Count - mine.Count, general.Rule, Known: true);
    }

    private sealed record Choice<T>(
        AccessDecision Decision, IReadOnlyList<Found<T>> Items, long Total, int Withheld, string? WithheldRule, bool Known)
        where T : LedgerRecord;
}
