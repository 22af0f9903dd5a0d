using System.Globalization;
using NodaTime;
using NodaTime.Text;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <content>What doctors ask.</content>
public sealed partial class FabricLedger
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Hospital>> GetHospitalsAsync(CancellationToken cancellation = default)
    {
        var admitted = await contract.EvaluateAsync<IReadOnlyList<AdmittedHospital>>("hospitals", cancellation).ConfigureAwait(false);
        return [.. admitted.Select(one => new Hospital(one.Id, one.Name, one.Number, one.Aliases ?? [], one.Departments ?? []))];
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerAnswer<Patient>> FindPatientsAsync(
        string? name, LocalDate? birthDate, AccessContext access, CancellationToken cancellation = default)
    {
        await DecideInGeneralAsync("findPatients", "patient", access, cancellation).ConfigureAwait(false);
        var born = birthDate is { } date ? LocalDatePattern.Iso.Format(date) : "";
        var page = await contract.EvaluateAsync<Page>("findPatients", cancellation, name ?? "", born, Json(access)).ConfigureAwait(false);
        return await ProveAsync<Patient>(page, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Patient>> GetPatientAsync(PatientId patient, AccessContext access, CancellationToken cancellation = default) =>
        AnswerAsync<Patient>("getPatient", patient, "patient", new RecordFilter(), access, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<HospitalVisit>> GetHospitalVisitsAsync(
        PatientId patient, HospitalId? hospital, string? department, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default) =>
        AnswerAsync<HospitalVisit>(
            "getHospitalVisits", patient, "visit",
            RecordFilter.Of(period, count, ("hospital", hospital?.Value), ("department", department)), access, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<DocumentInfo>> GetDocumentsFromHospitalAsync(
        HospitalId? hospital, PatientId patient, string? kind, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default) =>
        AnswerAsync<DocumentInfo>(
            "getDocumentsFromHospital", patient, "document",
            RecordFilter.Of(period, count, ("hospital", hospital?.Value), ("kind", kind)), access, cancellation);

    /// <inheritdoc/>
    public async ValueTask<DocumentContent> GetDocumentAsync(DocumentId document, AccessContext access, CancellationToken cancellation = default)
    {
        var asker = Json(access);
        var (ruling, _) = await contract.SubmitAsync<Ruling>("decideDocument", cancellation, document.Value, asker).ConfigureAwait(false);
        ThrowUnlessGranted(ruling);
        var page = await contract.EvaluateAsync<Page>("readDocument", cancellation, document.Value, asker).ConfigureAwait(false);
        var answer = await ProveAsync<DocumentInfo>(page, cancellation).ConfigureAwait(false);
        var info = answer.Items[0];
        return new DocumentContent(info, await vault.OpenAsync(info, cancellation).ConfigureAwait(false))
        {
            Proof = answer.Proof,
            CommitmentKey = vault.CommitmentKey(info.Patient, info.Id),
            Rule = answer.Rule,
        };
    }

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Observation>> GetObservationsAsync(
        PatientId patient, string? vital, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default) =>
        AnswerAsync<Observation>("getObservations", patient, "observation", RecordFilter.Of(period, count, ("vital", vital)), access, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Medication>> GetMedicationsAsync(
        PatientId patient, DateInterval? period, AccessContext access, CancellationToken cancellation = default) =>
        AnswerAsync<Medication>("getMedications", patient, "medication", RecordFilter.Of(period, null), access, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Allergy>> GetAllergiesAsync(PatientId patient, AccessContext access, CancellationToken cancellation = default) =>
        AnswerAsync<Allergy>("getAllergies", patient, "allergy", new RecordFilter(), access, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Diagnosis>> GetDiagnosesAsync(
        PatientId patient, DateInterval? period, AccessContext access, CancellationToken cancellation = default) =>
        AnswerAsync<Diagnosis>("getDiagnoses", patient, "diagnosis", RecordFilter.Of(period, null), access, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<LabResult>> GetLabResultsAsync(
        PatientId patient, string? test, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default) =>
        AnswerAsync<LabResult>("getLabResults", patient, "lab", RecordFilter.Of(period, count, ("test", test)), access, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<Consent>> GetConsentsAsync(PatientId patient, AccessContext access, CancellationToken cancellation = default) =>
        AnswerAsync<Consent>("getConsents", patient, "consent", new RecordFilter(), access, cancellation);

    /// <inheritdoc/>
    public ValueTask<LedgerAnswer<AccessRecord>> GetAccessHistoryAsync(
        PatientId patient, DateInterval? period, int? count, AccessContext access, CancellationToken cancellation = default) =>
        AnswerAsync<AccessRecord>("getAccessHistory", patient, "access", RecordFilter.Of(period, count), access, cancellation);

    private async ValueTask<LedgerAnswer<T>> AnswerAsync<T>(
        string operation, PatientId patient, string kind, RecordFilter filter, AccessContext access, CancellationToken cancellation)
        where T : LedgerRecord
    {
        var asker = Json(access);
        var wanted = Json(filter);
        var (ruling, _) = await contract.SubmitAsync<Ruling>("decide", cancellation, operation, patient.Value, kind, wanted, asker).ConfigureAwait(false);
        ThrowUnlessGranted(ruling);
        var page = await contract.EvaluateAsync<Page>("read", cancellation, patient.Value, kind, wanted, asker).ConfigureAwait(false);
        return await ProveAsync<T>(page, cancellation).ConfigureAwait(false);
    }

    private async ValueTask DecideInGeneralAsync(string operation, string kind, AccessContext access, CancellationToken cancellation)
    {
        var (ruling, _) = await contract.SubmitAsync<Ruling>("decideInGeneral", cancellation, operation, kind, Json(access)).ConfigureAwait(false);
        ThrowUnlessGranted(ruling);
    }

    /// <summary>What the chaincode's filter takes: from the first day to before the day after the last.</summary>
    private sealed record RecordFilter(IReadOnlyDictionary<string, string>? Members = null, string? From = null, string? Until = null, int? Count = null)
    {
        public static RecordFilter Of(DateInterval? period, int? count, params ReadOnlySpan<(string Member, string? Value)> wanted)
        {
            if (count < 1) throw new ArgumentOutOfRangeException(nameof(count), count, "At least one record is asked for.");
            var members = new Dictionary<string, string>();
            foreach (var (member, value) in wanted)
                if (value is not null) members[member] = value;
            return new RecordFilter(members, Day(period?.Start), Day(period?.End.PlusDays(1)), count);
        }

        private static string? Day(LocalDate? day) => day?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
    }
}
