using NodaTime;
using VoiceMed.Ledger.Storage;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Ledger.Tests.Storage;

public sealed class LedgerStoreTests : IAsyncLifetime
{
    private TemporaryLedger _temporary = null!;

    public async Task InitializeAsync() => _temporary = await TemporaryLedger.OpenAsync();

    public async Task DisposeAsync() => await _temporary.DisposeAsync();

    [Fact]
    public async Task Append_ManyAtOnceFromManyThreads_EachStandsOnceInItsChain()
    {
        var ledger = _temporary.Ledger;
        var patients = new List<PatientId>();
        for (var i = 0; i < 5; i++)
        {
            patients.Add(await ledger.AdmitAsync($"patient-{i}"));
        }

        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(async () => await ledger.WriteAsync(Records.Visit(patients[i % 5], i)))));

        foreach (var patient in patients)
        {
            Assert.Equal(80, (await ledger.GetHospitalVisitsAsync(patient, null, null, null, null, TemporaryLedger.House)).Items.Count);
        }

        await ledger.DisposeAsync();
        Assert.True((await LedgerVerifier.VerifyAsync(_temporary.Options)).IsGood);
    }

    [Fact]
    public async Task Append_SameReadingFiveTimesOutOfOrder_IsOneObservation()
    {
        var ledger = _temporary.Ledger;
        var patient = await ledger.AdmitAsync("patient-1");
        var first = Records.Pulse(patient, "device-1/1", _temporary.Clock.Now);
        var second = Records.Pulse(patient, "device-1/2", _temporary.Clock.Now + Duration.FromSeconds(5), 80);
        var duplicates = 0;
        foreach (var reading in new[] { second, first, second, first, first, second, second, first, second, first })
        {
            var receipt = await ledger.AppendToStreamAsync(reading, "device-1", new WriteContext(TemporaryLedger.First, reading.Id));
            duplicates += receipt.Duplicate ? 1 : 0;
            _temporary.Clock.Advance(Duration.FromSeconds(5));
        }

        var answer = await ledger.GetObservationsAsync(patient, "pulse", null, null, TemporaryLedger.House);

        Assert.Equal(8, duplicates);
        Assert.Equal([80, 70], answer.Items.Select(static reading => reading.Value));
    }

    [Fact]
    public async Task Transact_StepThatThrows_LeavesNothingOfItselfAndEverythingOfTheOthers()
    {
        var ledger = _temporary.Ledger;
        var patient = await ledger.AdmitAsync("patient-1");
        var draft = EntryDraft.Of(Records.Visit(patient, 1), ChainName.Patient(patient), "hospital-1/manager-1");
        var failing = ledger.Store.TransactAsync<int>(transaction =>
        {
            transaction.Append(draft);
            throw new LedgerRejectedException("test", "No.");
        }).AsTask();
        var good = ledger.WriteAsync(Records.Visit(patient, 2)).AsTask();

        await Assert.ThrowsAsync<LedgerRejectedException>(() => failing);
        await good;

        Assert.Equal(2, ledger.Store.Read(static reader => reader.Length("patient/patient-1")));
        await ledger.DisposeAsync();
        Assert.True((await LedgerVerifier.VerifyAsync(_temporary.Options)).IsGood);
    }

    [Fact]
    public async Task Append_ClockGoesBackwards_KeepsTheOrderOfWriting()
    {
        var patient = await _temporary.Ledger.AdmitAsync("patient-1", visits: 1);
        _temporary.Clock.Advance(-Duration.FromDays(1));

        var receipt = await _temporary.Ledger.WriteAsync(Records.Visit(patient, 7));

        Assert.Equal(2, receipt.Entry.Index);
        await _temporary.Ledger.DisposeAsync();
        Assert.True((await LedgerVerifier.VerifyAsync(_temporary.Options)).IsGood);
    }

    [Fact]
    public async Task Append_SupersedingTwice_IsRefused()
    {
        var patient = await _temporary.Ledger.AdmitAsync("patient-1");
        var visit = Records.Visit(patient, 1);
        var old = await _temporary.Ledger.WriteAsync(visit);
        await _temporary.Ledger.AppendAsync(visit with { Department = "surgery" }, new WriteContext(TemporaryLedger.First, "c-1", old.Entry));

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            _temporary.Ledger.AppendAsync(visit with { Department = "urology" }, new WriteContext(TemporaryLedger.First, "c-2", old.Entry)).AsTask());

        Assert.Equal("supersedes.stale", refused.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../patient-1")]
    [InlineData("patient-1/stream/x")]
    [InlineData("пациент")]
    public async Task Append_IdentifierThatCouldNameAnotherChain_IsRefused(string id)
    {
        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => _temporary.Ledger.WriteAsync(
            Records.Patient(new PatientId("x")) with { Patient = new PatientId(id) }).AsTask());

        Assert.Equal("identifier.invalid", refused.Code);
    }

    [Fact]
    public async Task File_WithSealedRecords_HoldsNoNameAndNoReason()
    {
        var patient = await _temporary.Ledger.AdmitAsync("patient-1", visits: 3);
        await _temporary.Ledger.AppendDocumentAsync(Records.Document(patient, "doc-1"), "Тестова Анна, диагноз"u8.ToArray(), new WriteContext(TemporaryLedger.First, "doc-1"));
        await _temporary.Ledger.DisposeAsync();

        var file = await File.ReadAllBytesAsync(_temporary.Options.File);

        Assert.True(file.AsSpan().IndexOf("Тестова"u8) < 0);
        Assert.True(file.AsSpan().IndexOf("check-up"u8) < 0);
        Assert.True(file.AsSpan().IndexOf("диагноз"u8) < 0);
    }

    [Fact]
    public async Task SigningKeys_OnDisk_AreForTheirOwnerOnly()
    {
        await _temporary.Ledger.AdmitAsync("patient-1");
        foreach (var file in Directory.EnumerateFiles(_temporary.Options.KeysDirectory, "*", SearchOption.AllDirectories))
        {
            Assert.Equal(OperatingSystem.IsWindows() ? UnixFileMode.None : UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(file));
        }
    }

    private static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file);
}
