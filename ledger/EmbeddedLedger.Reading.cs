using NodaTime;
using VoiceMed.Ledger.Access;
using VoiceMed.Ledger.Consents;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger;

/// <content>What doctors ask.</content>
public sealed partial class EmbeddedLedger
{
    /// <inheritdoc/>
    public async ValueTask<LedgerAnswer<Patient>> FindPatientsAsync(
        string? name, LocalDate? birthDate, AccessContext access, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        const string Operation = "findPatients";
        var (decision, found) = Store.Read(reader =>
        {
            var candidates = _directory.Find(reader, name, birthDate);
            if (name is null && birthDate is null)
            {
                candidates = [.. candidates.Where(patient => patient.Record.Ward is not null && patient.Record.Ward == access.Hospital)];
            }

            var nobody = _desk.DecideInGeneral("patient", access);
            return (nobody, nobody.Granted ? candidates.Where(patient => _desk.Decide(reader, patient.Record.Patient, "patient", null, access).Granted).ToList() : []);
        });
        await _desk.AuditAsync(null, Operation, decision, access, cancellation).ConfigureAwait(false);
        var proof = await _desk.ProveAsync([.. found.Select(static patient => patient.Entry)], cancellation).ConfigureAwait(false);
        return new LedgerAnswer<Patient>([.. found.Select(static patient => patient.Record)], proof, found.Count, decision.Rule);
    }

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Patient>> GetPatientAsync(PatientId patient, AccessContext access, CancellationToken cancellation = default) =>
        _desk.AnswerAsync(
            "getPatient", patient, "patient", access,
            (reader, _) => Loaded<Patient>.All(RecordReader.Patient(reader, patient) is { } found ? [found] : []),
            static _ => null, count: null, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<HospitalVisit>> GetHospitalVisitsAsync(
        PatientId patient, HospitalId? hospital, string? department, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default) =>
        _desk.AnswerAsync(
            "getHospitalVisits", patient, "visit", access,
            (reader, _) => Dated<HospitalVisit>(reader, patient, "visit", period, visit =>
                (hospital is null || visit.Hospital == hospital) && (department is null || visit.Department == department)),
            static visit => visit.Hospital, count, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<DocumentInfo>> GetDocumentsFromHospitalAsync(
        HospitalId? hospital, PatientId patient, string? kind, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default) =>
        _desk.AnswerAsync(
            "getDocumentsFromHospital", patient, "document", access,
            (reader, _) => Dated<DocumentInfo>(reader, patient, "document", period, document =>
                (hospital is null || document.Hospital == hospital) && (kind is null || document.Kind == kind)),
            static document => document.Hospital, count, cancellation);

    /// <inheritdoc/>
    public async ValueTask<DocumentContent> GetDocumentAsync(DocumentId document, AccessContext access, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(access);
        const string Operation = "getDocument";
        var (decision, patient, opened) = Store.Read(reader => OpenDocument(reader, document, access));
        await _desk.AuditAsync(patient, Operation, decision, access, cancellation).ConfigureAwait(false);
        var (found, bytes, key) = opened!.Value;
        return new DocumentContent(found.Record, bytes)
        {
            Proof = await _desk.ProveAsync([found.Entry], cancellation).ConfigureAwait(false),
            CommitmentKey = key,
            Rule = decision.Rule,
        };
    }

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Observation>> GetObservationsAsync(
        PatientId patient, string? vital, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default) =>
        _desk.AnswerAsync(
            "getObservations", patient, "observation", access,
            (reader, most) =>
            {
                var (from, until) = Bounds(period);
                var items = RecordReader.Observations(reader, patient, vital, from, until, most, out var total);
                return new Loaded<Observation>(items, total);
            },
            static observation => observation.Hospital, count, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Medication>> GetMedicationsAsync(
        PatientId patient, DateInterval? period, AccessContext access, CancellationToken cancellation = default) =>
        _desk.AnswerAsync(
            "getMedications", patient, "medication", access,
            (reader, _) =>
            {
                var today = Today();
                var all = RecordReader.Query<Medication>(reader, ChainName.Patient(patient), "medication")
                    .Where(found => period is null || (found.Record.Start <= period.End && (found.Record.End ?? LocalDate.MaxIsoValue) >= period.Start));
                return Loaded<Medication>.All([.. all.OrderByDescending(found => found.Record.End is null || found.Record.End >= today)]);
            },
            static medication => medication.Hospital, count: null, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Allergy>> GetAllergiesAsync(PatientId patient, AccessContext access, CancellationToken cancellation = default) =>
        _desk.AnswerAsync(
            "getAllergies", patient, "allergy", access,
            (reader, _) => Loaded<Allergy>.All(
                [.. RecordReader.Query<Allergy>(reader, ChainName.Patient(patient), "allergy").OrderByDescending(static found => found.Record.Criticality == "high")]),
            static allergy => allergy.Hospital, count: null, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Diagnosis>> GetDiagnosesAsync(
        PatientId patient, DateInterval? period, AccessContext access, CancellationToken cancellation = default) =>
        _desk.AnswerAsync(
            "getDiagnoses", patient, "diagnosis", access,
            (reader, _) => Loaded<Diagnosis>.All(
                [.. Dated<Diagnosis>(reader, patient, "diagnosis", period, static _ => true).Items.OrderByDescending(static found => found.Record.Active)]),
            static diagnosis => diagnosis.Hospital, count: null, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<LabResult>> GetLabResultsAsync(
        PatientId patient, string? test, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default) =>
        _desk.AnswerAsync(
            "getLabResults", patient, "lab", access,
            (reader, _) => Dated<LabResult>(reader, patient, "lab", period, lab => test is null || lab.Test == test),
            static lab => lab.Hospital, count, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Consent>> GetConsentsAsync(PatientId patient, AccessContext access, CancellationToken cancellation = default) =>
        _desk.AnswerAsync(
            "getConsents", patient, "consent", access,
            (reader, _) =>
            {
                var all = RecordReader.Query<Consent>(reader, ChainName.Patient(patient), "consent");
                IReadOnlyList<Consent> records = [.. all.Select(static found => found.Record)];
                return Loaded<Consent>.All([.. all.OrderByDescending(found => ConsentEngine.IsInForce(found.Record, _desk.Now, records))]);
            },
            static _ => null, count: null, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<AccessRecord>> GetAccessHistoryAsync(
        PatientId patient, DateInterval? period, int? count, AccessContext access, CancellationToken cancellation = default) =>
        _desk.AnswerAsync(
            "getAccessHistory", patient, "access", access,
            (reader, most) =>
            {
                var (from, until) = Bounds(period);
                var chain = ChainName.Audit(patient);
                return new Loaded<AccessRecord>(
                    RecordReader.Query<AccessRecord>(reader, chain, "access", from, until, most), reader.CountOf(chain, "access", from, until));
            },
            static _ => null, count, cancellation);

    private static (Instant? From, Instant? Until) Bounds(DateInterval? period) => period is null
        ? (null, null)
        : (period.Start.AtMidnight().InUtc().ToInstant(), period.End.PlusDays(1).AtMidnight().InUtc().ToInstant());

    private static Loaded<T> Dated<T>(LedgerReader reader, PatientId patient, string kind, DateInterval? period, Func<T, bool> wanted)
        where T : LedgerRecord
    {
        var (from, until) = Bounds(period);
        return Loaded<T>.All([.. RecordReader.Query<T>(reader, ChainName.Patient(patient), kind, from, until).Where(found => wanted(found.Record))]);
    }

    private LocalDate Today() => LocalDate.FromDateTime(Store.Options.Time.GetLocalNow().DateTime);

    private (AccessDecision Decision, PatientId? Patient, (Found<DocumentInfo> Found, byte[] Bytes, byte[] Key)? Opened) OpenDocument(
        LedgerReader reader, DocumentId document, AccessContext access)
    {
        if (reader.FindLabel("document:" + document.Value) is not { } entry)
        {
            return (new AccessDecision(false, "document.unknown", "document.unknown"), null, null);
        }

        var patient = new PatientId(entry.Header.Chain["patient/".Length..]);
        if (reader.Keys.IsDestroyed(entry.Header.Chain))
        {
            return (_desk.Decide(reader, patient, "document", null, access), patient, null);
        }

        var found = RecordReader.Open<DocumentInfo>(reader, entry);
        var decision = _desk.Decide(reader, patient, "document", found.Record.Hospital, access);
        if (!decision.Granted)
        {
            return (decision, patient, null);
        }

        var key = DocumentKeys.CommitmentKey(reader, patient, document);
        var bytes = reader.Attachment(entry, document.Value);
        return bytes is not null && DocumentKeys.Commit(key, bytes) == found.Record.Commitment
            ? (decision, patient, (found, bytes, key))
            : throw new LedgerTamperedException("document.damaged", "The document is not the one that was stored; run 'voicemed ledger verify'.");
    }
}
