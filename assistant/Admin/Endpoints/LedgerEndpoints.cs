using NodaTime;
using NodaTime.Text;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Admin.Endpoints;

/// <summary>Audit and emergency reviews. Each look is itself an audit entry of the admin's account.</summary>
internal static class LedgerEndpoints
{
    public static void MapLedger(this WebApplication app, IClinicalLedger ledger, AdminOptions options)
    {
        var access = options.Access;
        app.MapGet("/api/audit", (string patient, string? doctor, bool? granted, string? from, string? until, CancellationToken cancellation) =>
            GuardAsync(() => AuditAsync(ledger, access, new AuditFilter(patient, doctor, granted, from, until), cancellation)));
        app.MapGet("/api/emergencies", (CancellationToken cancellation) => GuardAsync(async () =>
            (await ledger.GetEmergencyAccessesAsync(unreviewedOnly: false, access, cancellation).ConfigureAwait(false)).Select(Describe)));
        app.MapPost("/api/emergencies/{id}/review", (string id, ReviewForm form, CancellationToken cancellation) => GuardAsync(async () =>
            Describe(await ledger.ReviewEmergencyAccessAsync(id, form.Justified, access, cancellation).ConfigureAwait(false))));
    }

    private static async Task<object> AuditAsync(IClinicalLedger ledger, AccessContext access, AuditFilter filter, CancellationToken cancellation)
    {
        var answer = await ledger.GetAccessHistoryAsync(new PatientId(filter.Patient), filter.Period(), count: null, access, cancellation).ConfigureAwait(false);
        return answer.Items
            .Where(entry => filter.Granted is null || entry.Granted == filter.Granted)
            .Where(entry => string.IsNullOrWhiteSpace(filter.Doctor) || $"{entry.Doctor?.Value} {entry.DoctorName?.Ru} {entry.DoctorName?.En}".Contains(filter.Doctor, StringComparison.OrdinalIgnoreCase))
            .Select(entry => new
            {
                time = entry.Time.ToString(),
                doctor = entry.Doctor?.Value,
                name = entry.DoctorName,
                entry.Role,
                entry.Operation,
                entry.Purpose,
                entry.Granted,
                entry.Reason,
                entry.Trust,
                entry.Turn,
                entry.Terminal,
            });
    }

    private static object Describe(EmergencyAccess emergency) => new
    {
        emergency.Id,
        patient = emergency.Patient.Value,
        doctor = emergency.Doctor.Value,
        emergency.Reason,
        from = emergency.From.ToString(),
        until = emergency.Until.ToString(),
        emergency.Reviewed,
        emergency.Reviewer,
        emergency.Outcome,
    };

    private static Task<IResult> GuardAsync<T>(Func<Task<T>> ask) =>
        LedgerProblem.GuardAsync(async () => Results.Ok(await ask().ConfigureAwait(false)));

    private sealed record ReviewForm(bool Justified);

    private sealed record AuditFilter(string Patient, string? Doctor, bool? Granted, string? From, string? Until)
    {
        public DateInterval? Period() => string.IsNullOrEmpty(From) && string.IsNullOrEmpty(Until)
            ? null
            : new DateInterval(Day(From) ?? new LocalDate(1900, 1, 1), Day(Until) ?? new LocalDate(2999, 12, 31));

        private static LocalDate? Day(string? text) => string.IsNullOrEmpty(text) ? null : LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
    }
}
