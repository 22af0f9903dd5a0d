using NodaTime;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Tests.Support;

/// <summary>Records to fill ledgers with.</summary>
internal static class Records
{
    public static BilingualText HospitalName { get; } = new("Больница", "Hospital");

    public static Patient Patient(PatientId id) => new()
    {
        Id = id.Value,
        Patient = id,
        Name = new BilingualText("Тестова Анна Ильинична", "Testova Anna"),
        BirthDate = new LocalDate(1970, 2, 3),
        Ward = TemporaryLedger.First,
    };

    public static HospitalVisit Visit(PatientId patient, int number) => new()
    {
        Id = $"{patient}-visit-{number}",
        Patient = patient,
        Hospital = TemporaryLedger.First,
        HospitalName = HospitalName,
        Department = "cardiology",
        Date = new LocalDate(2020, 1, 1).PlusDays(number),
        Reason = new BilingualText("осмотр", "check-up"),
    };

    public static DocumentInfo Document(PatientId patient, string id) => new()
    {
        Id = id,
        Patient = patient,
        Hospital = TemporaryLedger.First,
        HospitalName = HospitalName,
        Kind = "discharge_summary",
        Title = new BilingualText("Выписка", "Discharge summary"),
        Date = new LocalDate(2020, 5, 5),
        ContentType = "text/plain; charset=utf-8",
    };

    public static Observation Pulse(PatientId patient, string id, Instant time, decimal value = 70) => new()
    {
        Id = id,
        Patient = patient,
        Vital = "pulse",
        Value = value,
        Unit = "/min",
        Time = time,
    };

    public static ValueTask<AppendReceipt> WriteAsync(this EmbeddedLedger ledger, LedgerRecord record, CancellationToken cancellation = default) =>
        ledger.AppendAsync(record, new WriteContext(TemporaryLedger.First, record.Id), cancellation);

    /// <summary>A patient with so many visits.</summary>
    public static async Task<PatientId> AdmitAsync(this EmbeddedLedger ledger, string id, int visits = 0)
    {
        var patient = new PatientId(id);
        await ledger.WriteAsync(Patient(patient));
        for (var i = 0; i < visits; i++)
        {
            await ledger.WriteAsync(Visit(patient, i));
        }

        return patient;
    }
}
