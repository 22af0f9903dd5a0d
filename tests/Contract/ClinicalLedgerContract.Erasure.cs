using NodaTime;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Contract;

/// <content>Erasing a patient's records.</content>
public abstract partial class ClinicalLedgerContract
{
    [SkippableFact]
    public async Task GetRetainedUntil_NewestFact_IsWhereTheTermBegins()
    {
        var patient = await AdmitAsync(First);
        await WriteAsync(Visit(patient, First, new LocalDate(2090, 3, 1)));
        var before = await Erasure.GetRetainedUntilAsync(patient);
        await WriteAsync(Observation(patient, "pulse", 70, Instant.FromUtc(2093, 4, 2, 12, 0)));

        var until = await Erasure.GetRetainedUntilAsync(patient);

        Assert.Equal((3, 1), (before.Month, before.Day));
        Assert.Equal(new LocalDate(before.Year + 3, 4, 2), until);
    }

    [SkippableFact]
    public async Task Erase_BeforeTheRetentionIsOver_IsRefusedByLaw()
    {
        var patient = await AdmitAsync(First);
        await WriteAsync(Visit(patient, First, new LocalDate(2090, 3, 1)));

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => Erasure.EraseAsync(patient, First, "wish").AsTask());

        Assert.Equal(("retention.not-over", "law.retention"), (refused.Code, refused.Rule));
        Assert.Single((await Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, House)).Items);
    }

    [SkippableFact]
    public async Task Erase_RetentionOver_NoDoorReadsOrWritesTheContent()
    {
        var family = NewId("family");
        var patient = await AdmitAsync(First, new(family, family));
        await RequireOverAsync(patient);
        var visit = Visit(patient, First, new LocalDate(2020, 3, 1));
        await WriteAsync(visit);
        var document = Document(patient, First);
        await Ledger.AppendDocumentAsync(document, "text"u8.ToArray(), new(First, document.Id));
        await WriteAsync(Consent(patient, permit: true, Second.Value));
        Assert.Single((await Ledger.FindPatientsAsync(family, null, House)).Items);

        var receipt = await Erasure.EraseAsync(patient, First, "retention-over");

        Assert.False(receipt.Duplicate);
        Assert.Empty((await Ledger.FindPatientsAsync(family, null, House)).Items);
        await ErasedAsync(() => Ledger.GetPatientAsync(patient, House).AsTask());
        await ErasedAsync(() => Ledger.GetHospitalVisitsAsync(patient, null, null, null, null, Visiting).AsTask());
        await ErasedAsync(() => Ledger.GetDocumentsFromHospitalAsync(null, patient, null, null, null, House).AsTask());
        await ErasedAsync(() => Ledger.GetDocumentAsync(new DocumentId(document.Id), House).AsTask());
        await ErasedAsync(() => Ledger.GetConsentsAsync(patient, Admin).AsTask());
        await ErasedAsync(() => Ledger.GetAccessHistoryAsync(patient, null, null, Admin).AsTask());
        await ErasedAsync(() => Ledger.RequestEmergencyAccessAsync(patient, "reason", House).AsTask());
        await ErasedAsync(() => WriteAsync(Visit(patient, First, new LocalDate(2021, 3, 1))).AsTask());
        await ErasedAsync(() => Ledger.AppendDocumentAsync(Document(patient, First), "more"u8.ToArray(), new(First, NewId("doc"))).AsTask());
        await ErasedAsync(() => Erasure.GetRetainedUntilAsync(patient).AsTask());
    }

    [SkippableFact]
    public async Task Erase_Twice_IsAsGoodAsOnce()
    {
        var patient = await AdmitAsync(First);
        await RequireOverAsync(patient);

        var first = await Erasure.EraseAsync(patient, First, "retention-over");
        var second = await Erasure.EraseAsync(patient, First, "retention-over");

        Assert.True(second.Duplicate);
        Assert.Equal(first.Entry, second.Entry);
    }

    [SkippableFact]
    public async Task Erase_ByAHospitalThatWroteNothingAboutThePatient_IsRefused()
    {
        var patient = await AdmitAsync(First);
        await RequireOverAsync(patient);

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => Erasure.EraseAsync(patient, Second, "retention-over").AsTask());

        Assert.Equal(("erasure.hospital", "law.erasure"), (refused.Code, refused.Rule));
        Assert.Equal(patient, Assert.Single((await Ledger.GetPatientAsync(patient, House)).Items).Patient);
    }

    [SkippableFact]
    public async Task Erase_OnePatient_LeavesTheOthers()
    {
        var (patient, other) = (await AdmitAsync(First), await AdmitAsync(First));
        await RequireOverAsync(patient);
        var document = Document(other, First);
        await Ledger.AppendDocumentAsync(document, "text"u8.ToArray(), new(First, document.Id));

        await Erasure.EraseAsync(patient, First, "retention-over");

        Assert.Equal("text"u8.ToArray(), (await Ledger.GetDocumentAsync(new DocumentId(document.Id), House)).Bytes.ToArray());
    }

    [SkippableFact]
    public async Task Erase_UnknownPatientOrHospital_IsRejected()
    {
        var patient = await AdmitAsync(First);

        var nobody = await Assert.ThrowsAsync<LedgerRejectedException>(() => Erasure.EraseAsync(new PatientId(NewId("nobody")), First, "wish").AsTask());
        var nowhere = await Assert.ThrowsAsync<LedgerRejectedException>(() => Erasure.EraseAsync(patient, new HospitalId("nowhere"), "wish").AsTask());

        Assert.Equal(("patient.unknown", "hospital.unknown"), (nobody.Code, nowhere.Code));
    }

    private async Task RequireOverAsync(PatientId patient)
    {
        var until = await Erasure.GetRetainedUntilAsync(patient);
        Skip.If(
            until > SystemClock.Instance.GetCurrentInstant().InUtc().Date,
            $"This ledger keeps records until {until:R}; start the lab with VOICEMED_RETENTION_YEARS=0 to try erasure (docs/fabric.md)");
    }

    private static async Task ErasedAsync(Func<Task> work) =>
        Assert.Equal("patient.erased", (await Assert.ThrowsAsync<LedgerRejectedException>(work)).Code);
}
