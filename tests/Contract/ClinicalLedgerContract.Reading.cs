using NodaTime;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Contract;

/// <content>What doctors ask, and its proof.</content>
public abstract partial class ClinicalLedgerContract
{
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
    public async Task GetHospitalVisits_UnknownPatient_IsRejected()
    {
        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            Ledger.GetHospitalVisitsAsync(new PatientId("nobody"), null, null, null, null, House).AsTask());

        Assert.Equal("patient.unknown", refused.Code);
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
}
