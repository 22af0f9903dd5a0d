using NodaTime;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Contract;

/// <summary>
/// What every engine behind <see cref="IClinicalLedger"/> has to do. An engine's test project links this file and gives a ledger
/// in which the hospitals <c>hospital-1</c> and <c>hospital-2</c> and the active accounts <c>house</c> (doctor, hospital-1),
/// <c>visiting</c> (doctor, hospital-2) and <c>admin</c> (admin, hospital-1) exist and which holds no patients.
/// </summary>
public abstract class ClinicalLedgerContract : IAsyncLifetime
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

    /// <summary>Takes it back.</summary>
    protected abstract Task CloseAsync(IClinicalLedger ledger);

    [SkippableFact]
    public async Task GetHospitals_Channel_HoldsBoth()
    {
        var hospitals = await Ledger.GetHospitalsAsync();

        Assert.Contains(hospitals, hospital => hospital.Id == First);
        Assert.Contains(hospitals, hospital => hospital.Id == Second);
    }

    [SkippableFact]
    public async Task GetHospitalVisits_TreatingHospital_SeesAllHospitalsNewestFirst()
    {
        var patient = await AdmitAsync(First);
        await WriteAsync(Visit(patient, First, new LocalDate(2026, 3, 1)));
        await WriteAsync(Visit(patient, Second, new LocalDate(2026, 5, 1)));
        await WriteAsync(Visit(patient, First, new LocalDate(2025, 1, 1)));

        var answer = await Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, House);

        Assert.Equal(
            [new LocalDate(2026, 5, 1), new LocalDate(2026, 3, 1), new LocalDate(2025, 1, 1)],
            answer.Items.Select(static visit => visit.Date));
        Assert.All(answer.Items, static visit => Assert.NotNull(visit.Entry));
        Assert.NotEmpty(answer.Rule);
    }

    [SkippableFact]
    public async Task GetHospitalVisits_Filters_EachNarrowsTheAnswer()
    {
        var patient = await AdmitAsync(First);
        await WriteAsync(Visit(patient, First, new LocalDate(2026, 3, 1), "cardiology"));
        await WriteAsync(Visit(patient, Second, new LocalDate(2026, 4, 1), "surgery"));
        await WriteAsync(Visit(patient, First, new LocalDate(2026, 5, 1), "surgery"));

        var ofSecond = await Ledger.GetHospitalVisitsAsync(patient, Second, null, null, null, House);
        var ofSurgery = await Ledger.GetHospitalVisitsAsync(patient, null, "surgery", null, null, House);
        var ofMarchAndApril = await Ledger.GetHospitalVisitsAsync(
            patient, null, null, new DateInterval(new LocalDate(2026, 3, 1), new LocalDate(2026, 4, 1)), null, House);
        var newest = await Ledger.GetHospitalVisitsAsync(patient, null, null, null, 1, House);

        Assert.Equal(Second, Assert.Single(ofSecond.Items).Hospital);
        Assert.Equal(2, ofSurgery.Items.Count);
        Assert.Equal(2, ofMarchAndApril.Items.Count);
        Assert.Equal(new LocalDate(2026, 5, 1), Assert.Single(newest.Items).Date);
        Assert.Equal(3, newest.Total);
    }

    [SkippableFact]
    public async Task GetHospitalVisits_NoVisits_AnswersEmpty()
    {
        var patient = await AdmitAsync(First);

        Assert.Empty((await Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, House)).Items);
    }

    [SkippableFact]
    public async Task Answer_WithProof_VerifiesAndAChangedRecordDoesNot()
    {
        var patient = await AdmitAsync(First);
        await WriteAsync(Visit(patient, First, new LocalDate(2026, 3, 1)));
        var answer = await Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, House);
        Skip.If(answer.Proof is null, "This engine gives no proof.");

        var forged = answer with { Items = [answer.Items[0] with { Department = "oncology" }] };

        Assert.True(Ledger.Verifier.Verify(answer).Verified, Ledger.Verifier.Verify(answer).Detail);
        Assert.False(Ledger.Verifier.Verify(forged).Verified);
    }

    [SkippableFact]
    public async Task Append_SameKeySameContent_IsADuplicate()
    {
        var patient = await AdmitAsync(First);
        var visit = Visit(patient, First, new LocalDate(2026, 3, 1));

        var first = await WriteAsync(visit);
        var second = await WriteAsync(visit);

        Assert.False(first.Duplicate);
        Assert.True(second.Duplicate);
        Assert.Equal(first.Entry, second.Entry);
        Assert.Single((await Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, House)).Items);
    }

    [SkippableFact]
    public async Task Append_SameKeyOtherContent_IsRejected()
    {
        var patient = await AdmitAsync(First);
        var visit = Visit(patient, First, new LocalDate(2026, 3, 1));
        await WriteAsync(visit);

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            Ledger.AppendAsync(visit with { Department = "surgery" }, new WriteContext(First, visit.Id)).AsTask());

        Assert.Equal("idempotency.conflict", refused.Code);
    }

    [SkippableFact]
    public async Task Append_Superseding_HidesTheOldRecord()
    {
        var patient = await AdmitAsync(First);
        var visit = Visit(patient, First, new LocalDate(2026, 3, 1));
        var old = await WriteAsync(visit);

        await Ledger.AppendAsync(visit with { Department = "surgery" }, new WriteContext(First, visit.Id + "-corrected", old.Entry));

        Assert.Equal("surgery", Assert.Single((await Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, House)).Items).Department);
    }

    [SkippableFact]
    public async Task Append_UnknownHospital_IsRejected()
    {
        var patient = await AdmitAsync(First);
        var visit = Visit(patient, First, new LocalDate(2026, 3, 1));

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            Ledger.AppendAsync(visit, new WriteContext(new HospitalId("nowhere"), visit.Id)).AsTask());

        Assert.Equal("hospital.unknown", refused.Code);
    }

    [SkippableFact]
    public async Task GetHospitalVisits_UnknownPatient_IsRejected()
    {
        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            Ledger.GetHospitalVisitsAsync(new PatientId("nobody"), null, null, null, null, House).AsTask());

        Assert.Equal("patient.unknown", refused.Code);
    }

    [SkippableFact]
    public async Task Access_OtherHospitalWithoutConsent_IsRefusedByDefault()
    {
        var patient = await AdmitAsync(First);

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            Ledger.GetAllergiesAsync(patient, Visiting).AsTask());

        Assert.Equal("consent.missing", refused.Code);
        Assert.Equal("default.deny", refused.Rule);
    }

    [SkippableFact]
    public async Task Access_OtherHospitalWithConsent_IsGrantedByThatConsent()
    {
        var patient = await AdmitAsync(First);
        await WriteAsync(Consent(patient, permit: true, Second.Value));

        var answer = await Ledger.GetAllergiesAsync(patient, Visiting);

        Assert.StartsWith("consent.permit:", answer.Rule, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Access_ExpiredConsent_IsRefusedWithoutAnybodyDoingAnything()
    {
        var patient = await AdmitAsync(First);
        var now = SystemClock.Instance.GetCurrentInstant();
        await WriteAsync(Consent(patient, permit: true, Second.Value) with
        {
            ValidFrom = now - Duration.FromDays(2),
            ValidUntil = now - Duration.FromDays(1),
        });

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.GetAllergiesAsync(patient, Visiting).AsTask());

        Assert.Equal("consent.missing", refused.Code);
    }

    [SkippableFact]
    public async Task Access_PermitAndDeny_DenyWins()
    {
        var patient = await AdmitAsync(First);
        await WriteAsync(Consent(patient, permit: true, Second.Value));
        await WriteAsync(Consent(patient, permit: false, Second.Value));

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.GetAllergiesAsync(patient, Visiting).AsTask());

        Assert.Equal("consent.deny", refused.Code);
        Assert.StartsWith("consent.deny:", refused.Rule, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task GetAccessHistory_AfterGrantAndRefusal_HoldsBothOnce()
    {
        var patient = await AdmitAsync(First);
        var asked = House with { Turn = NewId("turn") };
        await Ledger.GetAllergiesAsync(patient, asked);
        await Ledger.GetAllergiesAsync(patient, asked);
        await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.GetAllergiesAsync(patient, Visiting).AsTask());

        var history = (await Ledger.GetAccessHistoryAsync(patient, null, null, House)).Items;

        Assert.Single(history, record => record.Turn == asked.Turn && record.Granted && record.Operation == "getAllergies");
        var refusal = Assert.Single(history, static record => !record.Granted);
        Assert.Equal(Visiting.Doctor, refusal.Doctor);
        Assert.Equal("default.deny", refusal.Reason);
    }

    [SkippableFact]
    public async Task RecordTurn_VoiceRefused_StandsInTheHistory()
    {
        var patient = await AdmitAsync(First);

        await Ledger.RecordTurnAsync(patient, "getHospitalVisits", granted: false, "voice.unverified", House with { Doctor = null, Turn = NewId("turn") });

        var history = (await Ledger.GetAccessHistoryAsync(patient, null, null, House)).Items;
        var refusal = Assert.Single(history, static record => record.Reason == "voice.unverified");
        Assert.Null(refusal.Doctor);
        Assert.False(refusal.Granted);
    }

    [SkippableFact]
    public async Task GetDocument_AfterAppend_GivesTheBytesBack()
    {
        var patient = await AdmitAsync(First);
        var content = "Выписной эпикриз"u8.ToArray();
        var document = Document(patient, Second);
        await Ledger.AppendDocumentAsync(document, content, new WriteContext(Second, document.Id));

        var listed = Assert.Single((await Ledger.GetDocumentsFromHospitalAsync(Second, patient, null, null, null, House)).Items);
        var opened = await Ledger.GetDocumentAsync(new DocumentId(document.Id), House);

        Assert.Equal(content.Length, listed.Size);
        Assert.Equal(64, listed.Commitment?.Length);
        Assert.Equal(content, opened.Bytes.ToArray());
    }

    [SkippableFact]
    public async Task GetDocument_Unknown_IsRejected()
    {
        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            Ledger.GetDocumentAsync(new DocumentId(NewId("doc")), House).AsTask());

        Assert.Equal("document.unknown", refused.Code);
    }

    [SkippableFact]
    public async Task GetObservations_LatestOfOneVital_IsTheNewest()
    {
        var patient = await AdmitAsync(First);
        var noon = Instant.FromUtc(2026, 3, 1, 12, 0);
        await WriteAsync(Observation(patient, "pulse", 70, noon));
        await WriteAsync(Observation(patient, "pulse", 80, noon + Duration.FromHours(1)));
        await WriteAsync(Observation(patient, "temperature", 37, noon + Duration.FromHours(2)));

        var latest = await Ledger.GetObservationsAsync(patient, "pulse", null, 1, House);

        Assert.Equal(80, Assert.Single(latest.Items).Value);
        Assert.Equal(2, latest.Total);
    }

    [SkippableFact]
    public async Task FindPatients_PartsOfTheNameInAnyOrder_FindsThePatient()
    {
        var patient = await AdmitAsync(First, new BilingualText("Королёва Вера Ильинична", "Koroleva Vera"));

        var found = await Ledger.FindPatientsAsync("вера королева", null, House);

        Assert.Contains(found.Items, item => item.Patient == patient);
    }

    [SkippableFact]
    public async Task EmergencyAccess_Opened_GrantsThatDoctorAndWaitsForReview()
    {
        var patient = await AdmitAsync(First);
        await WriteAsync(Consent(patient, permit: false, Second.Value));

        var emergency = await Ledger.RequestEmergencyAccessAsync(patient, "пациент без сознания", Visiting);
        var answer = await Ledger.GetAllergiesAsync(patient, Visiting with { Purpose = "ETREAT", Emergency = emergency.Id });
        var open = await Ledger.GetEmergencyAccessesAsync(unreviewedOnly: true, Admin);
        await Ledger.ReviewEmergencyAccessAsync(emergency.Id, justified: true, Admin);

        Assert.Equal("law.emergency", answer.Rule);
        Assert.Contains(open, item => item.Id == emergency.Id);
        Assert.DoesNotContain(await Ledger.GetEmergencyAccessesAsync(unreviewedOnly: true, Admin), item => item.Id == emergency.Id);
        var reviewed = Assert.Single(await Ledger.GetEmergencyAccessesAsync(unreviewedOnly: false, Admin), item => item.Id == emergency.Id);
        Assert.Equal("justified", reviewed.Outcome);
    }

    [SkippableFact]
    public async Task EmergencyAccess_WithoutReason_IsRejected()
    {
        var patient = await AdmitAsync(First);

        await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.RequestEmergencyAccessAsync(patient, "  ", Visiting).AsTask());
    }

    [SkippableFact]
    public async Task GetEmergencyAccesses_Doctor_IsRejected() =>
        await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.GetEmergencyAccessesAsync(true, House).AsTask());

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
