using NodaTime;
using VoiceMed.Ledger.Storage;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Ledger.Tests.Storage;

public class ErasureTests
{
    [Fact]
    public async Task Erase_BeforeTheRetentionIsOver_IsRefusedByLaw()
    {
        await using var temporary = await TemporaryLedger.OpenAsync();
        var patient = await temporary.Ledger.AdmitAsync("patient-1", visits: 1);

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => temporary.Ledger.Erasure.EraseAsync(patient, TemporaryLedger.First, "wish").AsTask());

        Assert.Equal("retention.not-over", refused.Code);
        Assert.Equal("law.retention", refused.Rule);
    }

    [Fact]
    public async Task Erase_RetentionOver_NoDoorReadsTheContentAndTheChainStillVerifies()
    {
        await using var temporary = await TemporaryLedger.OpenAsync(static options => options with { RetentionYears = 0 });
        var ledger = temporary.Ledger;
        var patient = await ledger.AdmitAsync("patient-1", visits: 3);
        await ledger.AppendDocumentAsync(Records.Document(patient, "doc-1"), "text"u8.ToArray(), new WriteContext(TemporaryLedger.First, "doc-1"));
        await ledger.FindPatientsAsync("тестова", null, TemporaryLedger.House);
        await ledger.GetHospitalVisitsAsync(patient, null, null, null, null, TemporaryLedger.House);

        await ledger.Erasure.EraseAsync(patient, TemporaryLedger.First, "retention-over");
        var again = await ledger.Erasure.EraseAsync(patient, TemporaryLedger.First, "retention-over");

        Assert.True(again.Duplicate);
        Assert.Empty((await ledger.FindPatientsAsync("тестова", null, TemporaryLedger.House)).Items);
        await RefusedAsync(() => ledger.GetHospitalVisitsAsync(patient, null, null, null, null, TemporaryLedger.House).AsTask());
        await RefusedAsync(() => ledger.GetPatientAsync(patient, TemporaryLedger.House).AsTask());
        await RefusedAsync(() => ledger.GetDocumentAsync(new DocumentId("doc-1"), TemporaryLedger.House).AsTask());
        await RefusedAsync(() => ledger.WriteAsync(Records.Visit(patient, 9)).AsTask());
        await RefusedAsync(() => ledger.RequestEmergencyAccessAsync(patient, "reason", TemporaryLedger.House).AsTask());
        await temporary.ReopenAsync();
        await RefusedAsync(() => temporary.Ledger.GetPatientAsync(patient, TemporaryLedger.House).AsTask());
        await temporary.Ledger.DisposeAsync();
        var report = await LedgerVerifier.VerifyAsync(temporary.Options);
        Assert.True(report.IsGood, string.Join('\n', report.Problems));
        Assert.Equal(1, report.Erased);
    }

    [Fact]
    public async Task Erase_WhoWroteHasLeftTheChannel_AnotherHospitalAnswersForIt()
    {
        await using var temporary = await TemporaryLedger.OpenAsync(static options => options with { RetentionYears = 0 });
        var ledger = temporary.Ledger;
        var patient = await ledger.AdmitAsync("patient-1", visits: 1);
        var removal = await ledger.Council.ProposeRemovalAsync("council/member-1", TemporaryLedger.First);
        var before = await Assert.ThrowsAsync<LedgerRejectedException>(() => ledger.Erasure.EraseAsync(patient, TemporaryLedger.Second, "retention-over").AsTask());
        await ledger.Council.ApproveAsync("council/member-2", removal.Proposal.Id);

        var receipt = await ledger.Erasure.EraseAsync(patient, TemporaryLedger.Second, "retention-over");

        Assert.Equal("erasure.hospital", before.Code);
        Assert.False(receipt.Duplicate);
    }

    [Fact]
    public async Task Erase_HospitalWhoseDeviceMeasured_MayErase()
    {
        await using var temporary = await TemporaryLedger.OpenAsync(static options => options with { RetentionYears = 0 });
        var patient = await temporary.Ledger.AdmitAsync("patient-1");
        var reading = Records.Pulse(patient, "r-1", Instant.FromUtc(2020, 6, 1, 8, 0));
        await temporary.Ledger.AppendToStreamAsync(reading, "device-1", new WriteContext(TemporaryLedger.Second, reading.Id));

        Assert.False((await temporary.Ledger.Erasure.EraseAsync(patient, TemporaryLedger.Second, "retention-over")).Duplicate);
    }

    [Fact]
    public async Task RetainedUntil_DevicesReadingIsTheNewestFact_CountsFromIt()
    {
        await using var temporary = await TemporaryLedger.OpenAsync();
        var patient = await temporary.Ledger.AdmitAsync("patient-1", visits: 1);
        var reading = Records.Pulse(patient, "r-1", Instant.FromUtc(2050, 6, 1, 8, 0));
        await temporary.Ledger.AppendToStreamAsync(reading, "device-1", new WriteContext(TemporaryLedger.First, reading.Id));

        Assert.Equal(new LocalDate(2075, 6, 1), await temporary.Ledger.Erasure.GetRetainedUntilAsync(patient));
    }

    [Fact]
    public async Task Open_TombstoneWithoutDestroyedKey_DestroysIt()
    {
        // As after a crash between the two: the tombstone is durable, the key is still there.
        await using var temporary = await TemporaryLedger.OpenAsync(static options => options with { RetentionYears = 0 });
        var patient = await temporary.Ledger.AdmitAsync("patient-1");
        await temporary.Ledger.Store.AppendAsync(new EntryDraft
        {
            Chain = ChainName.Patient(patient),
            Kind = "tombstone",
            Writer = "hospital-1/manager-1",
            InClear = true,
            Payload = "{}"u8.ToArray(),
        });

        await temporary.ReopenAsync();

        Assert.True(temporary.Ledger.Store.ContentKeys.IsDestroyed("patient/patient-1"));
    }

    private static async Task RefusedAsync(Func<Task> work) =>
        Assert.Equal("patient.erased", (await Assert.ThrowsAsync<LedgerRejectedException>(work)).Code);
}
