using NodaTime;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient;

/// <summary>
/// The clinical ledger as VoiceMed sees it, whichever engine stands behind it. Each call checks consent and law for the
/// <see cref="AccessContext"/> it carries and leaves one audit entry, also when it is refused; a call whose audit entry
/// cannot be written fails. Implementations are thread-safe.
/// </summary>
/// <remarks>
/// Intent packs name these operations in camel case without <c>Async</c> (<c>getHospitalVisits</c>) and fill the
/// parameters by name; <see cref="AccessContext"/> and <see cref="CancellationToken"/> are the host's.
/// Every call may throw <see cref="Errors.LedgerRejectedException"/>, <see cref="Errors.LedgerUnavailableException"/>
/// or <see cref="Errors.LedgerTamperedException"/>; a null where the contract forbids it is an <see cref="ArgumentException"/>.
/// </remarks>
public interface IClinicalLedger
{
    /// <summary>Checks answers of this ledger on the client's side.</summary>
    IProofVerifier Verifier { get; }

    /// <summary>The hospitals of the channel. Public within the channel: not audited.</summary>
    ValueTask<IReadOnlyList<Hospital>> GetHospitalsAsync(CancellationToken cancellation = default);

    /// <summary>Finds patients by name, in any order of its parts, without regard to case or ё/е, and by birth date.</summary>
    /// <param name="name">The name or a part of it; null for all whom the asker's hospital treats now.</param>
    /// <param name="birthDate">The exact birth date, or null.</param>
    /// <param name="access">On whose behalf.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<LedgerAnswer<Patient>> FindPatientsAsync(
        string? name, LocalDate? birthDate, AccessContext access, CancellationToken cancellation = default);

    /// <summary>Who the patient is.</summary>
    ValueTask<LedgerAnswer<Patient>> GetPatientAsync(PatientId patient, AccessContext access, CancellationToken cancellation = default);

    /// <summary>The patient's visits, newest first.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="hospital">Only this hospital, or null for all.</param>
    /// <param name="department">Only this department (canonical name), or null for all.</param>
    /// <param name="period">Only visits that began in this interval of days, both ends included, or null for all.</param>
    /// <param name="count">At most so many (1 or more), or null for all.</param>
    /// <param name="access">On whose behalf.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<LedgerAnswer<HospitalVisit>> GetHospitalVisitsAsync(
        PatientId patient, HospitalId? hospital, string? department, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default);

    /// <summary>The patient's documents, newest first; content is not included.</summary>
    /// <param name="hospital">Only this hospital, or null for all.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="kind">Only this kind (see <see cref="DocumentInfo.Kind"/>), or null for all.</param>
    /// <param name="period">Only documents issued in this interval of days, both ends included, or null for all.</param>
    /// <param name="count">At most so many (1 or more), or null for all.</param>
    /// <param name="access">On whose behalf.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<LedgerAnswer<DocumentInfo>> GetDocumentsFromHospitalAsync(
        HospitalId? hospital, PatientId patient, string? kind, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default);

    /// <summary>Opens one document; the content has been checked against its commitment.</summary>
    ValueTask<DocumentContent> GetDocumentAsync(DocumentId document, AccessContext access, CancellationToken cancellation = default);

    /// <summary>Measured values, newest first.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="vital">Only this vital sign (see <see cref="Observation.Vital"/>), or null for all.</param>
    /// <param name="period">Only values measured in this interval of days (UTC), both ends included, or null for all.</param>
    /// <param name="count">At most so many (1 or more), or null for all.</param>
    /// <param name="access">On whose behalf.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<LedgerAnswer<Observation>> GetObservationsAsync(
        PatientId patient, string? vital, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default);

    /// <summary>Prescribed medicines, those still going on first, then newest first.</summary>
    ValueTask<LedgerAnswer<Medication>> GetMedicationsAsync(
        PatientId patient, DateInterval? period, AccessContext access, CancellationToken cancellation = default);

    /// <summary>Allergies, the critical ones first. An empty answer means that nothing is recorded, which is not "no allergies".</summary>
    ValueTask<LedgerAnswer<Allergy>> GetAllergiesAsync(PatientId patient, AccessContext access, CancellationToken cancellation = default);

    /// <summary>Diagnoses, active ones first, then newest first.</summary>
    ValueTask<LedgerAnswer<Diagnosis>> GetDiagnosesAsync(
        PatientId patient, DateInterval? period, AccessContext access, CancellationToken cancellation = default);

    /// <summary>Laboratory values, newest first.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="test">Only this test (canonical name), or null for all.</param>
    /// <param name="period">Only samples taken in this interval of days (UTC), both ends included, or null for all.</param>
    /// <param name="count">At most so many (1 or more), or null for all.</param>
    /// <param name="access">On whose behalf.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<LedgerAnswer<LabResult>> GetLabResultsAsync(
        PatientId patient, string? test, DateInterval? period, int? count,
        AccessContext access, CancellationToken cancellation = default);

    /// <summary>The patient's consents, those in force first.</summary>
    ValueTask<LedgerAnswer<Consent>> GetConsentsAsync(PatientId patient, AccessContext access, CancellationToken cancellation = default);

    /// <summary>Who looked at the patient's record, or tried to, newest first.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="period">Only accesses in this interval of days (UTC), both ends included, or null for all.</param>
    /// <param name="count">At most so many (1 or more), or null for all.</param>
    /// <param name="access">On whose behalf.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<LedgerAnswer<AccessRecord>> GetAccessHistoryAsync(
        PatientId patient, DateInterval? period, int? count, AccessContext access, CancellationToken cancellation = default);

    /// <summary>Is this package or device genuine? Not about a patient; audited all the same.</summary>
    /// <param name="item">The scanned QR or DataMatrix text, or a spoken code.</param>
    /// <param name="access">On whose behalf.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<ResourceVerdict> VerifyResourceAsync(string item, AccessContext access, CancellationToken cancellation = default);

    /// <summary>What is in stock.</summary>
    /// <param name="item">A part of the resource's name, or null for all.</param>
    /// <param name="hospital">Only this hospital, or null for all.</param>
    /// <param name="access">On whose behalf.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IReadOnlyList<StockLevel>> GetStockAsync(
        string? item, HospitalId? hospital, AccessContext access, CancellationToken cancellation = default);

    /// <summary>Opens emergency access for the asking doctor to one patient, for a time the ledger's law fixes.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="reason">The reason as spoken; not blank.</param>
    /// <param name="access">On whose behalf; the doctor must be named.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<EmergencyAccess> RequestEmergencyAccessAsync(
        PatientId patient, string reason, AccessContext access, CancellationToken cancellation = default);

    /// <summary>Emergency accesses, open reviews first, then newest first.</summary>
    /// <param name="unreviewedOnly">True for those nobody has reviewed yet.</param>
    /// <param name="access">On whose behalf: an admin.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IReadOnlyList<EmergencyAccess>> GetEmergencyAccessesAsync(
        bool unreviewedOnly, AccessContext access, CancellationToken cancellation = default);

    /// <summary>Records the outcome of a review. The access itself stays as it was.</summary>
    /// <param name="emergency">The emergency access's identifier.</param>
    /// <param name="justified">The reviewer's finding.</param>
    /// <param name="access">On whose behalf: an admin, who is recorded as the reviewer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<EmergencyAccess> ReviewEmergencyAccessAsync(
        string emergency, bool justified, AccessContext access, CancellationToken cancellation = default);

    /// <summary>
    /// Leaves the audit entry of a turn that never reached the records: a voice that was refused, a question that was not
    /// understood, an answer that was already on the screen.
    /// </summary>
    /// <param name="patient">The patient whose record was asked for, or null when the turn was about nobody.</param>
    /// <param name="operation">The operation that was asked for, or the intent's identifier.</param>
    /// <param name="granted">True when the turn was answered.</param>
    /// <param name="reason">The stable code of the rule that decided, for example <c>voice.unverified</c>.</param>
    /// <param name="access">On whose behalf; the doctor is null when nobody was recognised.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<AppendReceipt> RecordTurnAsync(
        PatientId? patient, string operation, bool granted, string reason, AccessContext access,
        CancellationToken cancellation = default);

    /// <summary>Appends one record. Durable when this returns.</summary>
    /// <param name="entry">The record; its <see cref="LedgerRecord.Entry"/> is ignored.</param>
    /// <param name="write">Who writes, and the idempotency key.</param>
    /// <param name="cancellation">Ends the wait; the record may or may not have been appended then, and may be sent again.</param>
    ValueTask<AppendReceipt> AppendAsync(LedgerRecord entry, WriteContext write, CancellationToken cancellation = default);

    /// <summary>Appends a document with its content, which is sealed in the vault; the chain holds a keyed commitment.</summary>
    /// <param name="document">What is known of it; size and commitment are filled in by the ledger.</param>
    /// <param name="content">The content.</param>
    /// <param name="write">Who writes, and the idempotency key.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<AppendReceipt> AppendDocumentAsync(
        DocumentInfo document, ReadOnlyMemory<byte> content, WriteContext write, CancellationToken cancellation = default);
}
