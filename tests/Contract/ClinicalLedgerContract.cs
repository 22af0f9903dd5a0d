using NodaTime;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Erasure;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Contract;

/// <summary>
/// What every engine behind <see cref="IClinicalLedger"/> has to do. An engine's test project links this file and gives a ledger
/// in which the hospitals <c>hospital-1</c> and <c>hospital-2</c> and the active accounts <c>house</c> (doctor, hospital-1),
/// <c>visiting</c> (doctor, hospital-2) and <c>admin</c> (admin, hospital-1) exist and which holds no patients.
/// </summary>
public abstract partial class ClinicalLedgerContract : IAsyncLifetime
{
    private static int _lastPatient;

    private IClinicalLedger? _ledger;

    private IClinicalLedger Ledger => _ledger!;

    private static HospitalId First { get; } = new("hospital-1");

    private static HospitalId Second { get; } = new("hospital-2");

    private static AccessContext House { get; } = Access("house", "doctor", First);

    private static AccessContext Visiting { get; } = Access("visiting", "doctor", Second);

    private static AccessContext Admin { get; } = Access("admin", "admin", First) with { Purpose = "HOPERAT" };

    public async Task InitializeAsync() => _ledger = await OpenAsync().ConfigureAwait(false);

    public Task DisposeAsync() => CloseAsync(Ledger);

    /// <summary>Gives a ledger as the class describes.</summary>
    protected abstract Task<IClinicalLedger> OpenAsync();

    /// <summary>Its desk for erasing; best of a ledger whose retention is over at once, see docs/fabric.md.</summary>
    protected abstract IErasureDesk Erasure { get; }

    /// <summary>Records an event of a resource, as canonical JSON, in the name of <c>hospital-1</c>.</summary>
    protected abstract Task RecordResourceAsync(string resourceEvent, string idempotencyKey);

    /// <summary>Takes it back.</summary>
    protected abstract Task CloseAsync(IClinicalLedger ledger);

    private static AccessContext Access(string doctor, string role, HospitalId hospital) =>
        new() { Doctor = new DoctorId(doctor), Role = role, Hospital = hospital, Purpose = "TREAT" };

    private static string NewId(string what) =>
        $"{what}-{Environment.ProcessId}-{Interlocked.Increment(ref _lastPatient)}-{Guid.NewGuid():N}"[..40];

    private async Task<PatientId> AdmitAsync(HospitalId hospital, BilingualText? name = null)
    {
        var patient = new PatientId(NewId("patient"));
        await Ledger.AppendAsync(
            new Patient
            {
                Id = patient.Value,
                Patient = patient,
                Name = name ?? new BilingualText("Тестова Анна", "Testova Anna"),
                BirthDate = new LocalDate(1970, 1, 1),
                Ward = hospital,
            },
            new WriteContext(hospital, patient.Value));
        return patient;
    }

    private ValueTask<AppendReceipt> WriteAsync(LedgerRecord record) => Ledger.AppendAsync(record, new WriteContext(First, record.Id));

    private static HospitalVisit Visit(PatientId patient, HospitalId hospital, LocalDate date, string department = "cardiology") => new()
    {
        Id = NewId("visit"),
        Patient = patient,
        Hospital = hospital,
        HospitalName = new BilingualText("Больница", "Hospital"),
        Department = department,
        Date = date,
        Reason = new BilingualText("осмотр", "check-up"),
    };

    private static Observation Observation(PatientId patient, string vital, decimal value, Instant time) => new()
    {
        Id = NewId("observation"),
        Patient = patient,
        Vital = vital,
        Value = value,
        Unit = vital == "pulse" ? "/min" : "Cel",
        Time = time,
        Hospital = First,
    };

    private static Consent Consent(PatientId patient, bool permit, string hospital) => new()
    {
        Id = NewId("consent"),
        Patient = patient,
        Permit = permit,
        GranteeKind = GranteeKind.Hospital,
        Grantee = hospital,
        Kinds = ["*"],
        Purpose = "*",
        ValidFrom = Instant.FromUtc(2020, 1, 1, 0, 0),
    };

    private static DocumentInfo Document(PatientId patient, HospitalId hospital) => new()
    {
        Id = NewId("doc"),
        Patient = patient,
        Hospital = hospital,
        HospitalName = new BilingualText("Больница", "Hospital"),
        Kind = "discharge_summary",
        Title = new BilingualText("Выписка", "Discharge summary"),
        Date = new LocalDate(2026, 3, 1),
        ContentType = "text/plain; charset=utf-8",
    };
}
