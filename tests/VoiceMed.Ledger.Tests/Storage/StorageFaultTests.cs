using System.Text;
using VoiceMed.Ledger.Import;
using VoiceMed.Ledger.Storage;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Ledger.Tests.Storage;

/// <summary>The n-th write or flush fails, for n = 1, 2, … until none does (as SQLite tests itself).</summary>
public class StorageFaultTests
{
    [Theory]
    [InlineData(FaultyStorage.Full, "storage.full")]
    [InlineData(FaultyStorage.WriteError, "storage.failed")]
    public async Task Append_NthWriteFails_WhatWasAcknowledgedIsThereAndTheRestIsWholeOrAbsent(int error, string code)
    {
        FaultyStorage.Register();
        await using var temporary = await TemporaryLedger.OpenAsync(static options => options with { LogPages = 20 });
        await temporary.Ledger.AdmitAsync("patient-0");
        await temporary.Ledger.DisposeAsync();
        var acknowledged = new List<string>();
        var failures = 0;
        for (var n = 1; n < 400; n += n < 40 ? 1 : 7)
        {
            var failed = await WorkAsync(temporary, n, error, acknowledged, code);
            failures += failed ? 1 : 0;
            FaultyStorage.FailFrom(0, 0);
            await using (var ledger = await EmbeddedLedger.OpenAsync(temporary.Options))
            {
                Assert.All(acknowledged, id => Assert.NotNull(ledger.Store.Read(reader => reader.FindDelivery(TemporaryLedger.First.Value, id))));
            }

            if (!failed)
            {
                break;
            }
        }

        Assert.NotEmpty(acknowledged);
        Assert.True(failures > 5, $"only {failures} operations failed");
        var report = await LedgerVerifier.VerifyAsync(temporary.Options);
        Assert.True(report.IsGood, string.Join('\n', report.Problems));
    }

    [Theory]
    [InlineData(FaultyStorage.Full)]
    [InlineData(FaultyStorage.WriteError)]
    [InlineData(FaultyStorage.FlushError)]
    public async Task Erase_NthWriteFails_IsErasedWhollyOrNotAtAllAndCanBeAskedAgain(int error)
    {
        FaultyStorage.Register();
        await using var temporary = await TemporaryLedger.OpenAsync(static options => options with { RetentionYears = 0 });
        var failures = 0;
        for (var (n, failed) = (1, true); failed; n++)
        {
            var patient = await temporary.Ledger.AdmitAsync($"patient-{n}", visits: 1);
            await temporary.Ledger.DisposeAsync();
            var erased = false;
            failed = await FailingAsync(temporary, n, error, async ledger =>
            {
                await ledger.Erasure.EraseAsync(patient, TemporaryLedger.First, "retention-over");
                erased = true;
            });
            failures += failed ? 1 : 0;

            await temporary.ReopenAsync();
            var chain = ChainName.Patient(patient);
            var tombstone = temporary.Ledger.Store.Read(reader => reader.WithLabel("tombstone").Any(entry => entry.Header.Chain == chain));
            Assert.Equal(tombstone, temporary.Ledger.Store.ContentKeys.IsDestroyed(chain));
            Assert.True(tombstone || !erased, "an erasure that was acknowledged is gone");
            await temporary.Ledger.Erasure.EraseAsync(patient, TemporaryLedger.First, "retention-over");
            Assert.True(temporary.Ledger.Store.ContentKeys.IsDestroyed(chain));
        }

        Assert.True(failures > 2, $"only {failures} erasures failed");
        await temporary.Ledger.DisposeAsync();
        var report = await LedgerVerifier.VerifyAsync(temporary.Options);
        Assert.True(report.IsGood, string.Join('\n', report.Problems));
    }

    [Theory]
    [InlineData(FaultyStorage.Full)]
    [InlineData(FaultyStorage.FlushError)]
    public async Task Import_NthWriteFails_SentAgainEachRecordIsThereOnce(int error)
    {
        FaultyStorage.Register();
        await using var temporary = await TemporaryLedger.OpenAsync();
        var source = new ImportSource("mis-1", TemporaryLedger.First);
        var failures = 0;
        for (var (n, failed) = (1, true); failed; n += 3)
        {
            await temporary.Ledger.DisposeAsync();
            failed = await FailingAsync(temporary, n, error, ledger => new FhirImporter(ledger).ImportAsync(Bundle(n), source));
            failures += failed ? 1 : 0;

            await temporary.ReopenAsync();
            var again = await new FhirImporter(temporary.Ledger).ImportAsync(Bundle(n), source);
            Assert.Empty(again.Failures);
            Assert.Equal(2, again.Added + again.Unchanged);
            var patient = new PatientId(again.Items.First(item => item.ResourceType == "Patient").Record!);
            Assert.Single((await temporary.Ledger.GetObservationsAsync(patient, "pulse", null, null, TemporaryLedger.House)).Items);
        }

        Assert.True(failures > 2, $"only {failures} imports failed");
        await temporary.Ledger.DisposeAsync();
        Assert.True((await LedgerVerifier.VerifyAsync(temporary.Options)).IsGood);
    }

    [Fact]
    public async Task Append_DiskFull_SaysSoAndGoesOnWhenThereIsSpaceAgain()
    {
        await using var temporary = await TemporaryLedger.OpenAsync();
        var pages = new FileInfo(temporary.Options.File).Length / 4096;
        await temporary.Ledger.DisposeAsync();
        var tight = temporary.Options with { MaxPages = (int)pages + 60 };
        var written = 0;

        await using (var ledger = await EmbeddedLedger.OpenAsync(tight))
        {
            await ledger.AdmitAsync("patient-1");
            var full = await Assert.ThrowsAsync<LedgerUnavailableException>(async () =>
            {
                for (; written < 5000; written++)
                {
                    await ledger.WriteAsync(Records.Visit(new PatientId("patient-1"), written));
                }
            });
            Assert.Equal("storage.full", full.Code);
        }

        await using (var ledger = await EmbeddedLedger.OpenAsync(temporary.Options))
        {
            var answer = await ledger.GetHospitalVisitsAsync(new PatientId("patient-1"), null, null, null, null, TemporaryLedger.House);
            Assert.Equal(written, answer.Items.Count);
            await ledger.WriteAsync(Records.Visit(new PatientId("patient-1"), written));
        }

        Assert.True((await LedgerVerifier.VerifyAsync(temporary.Options)).IsGood);
    }

    private static byte[] Bundle(int n) => Encoding.UTF8.GetBytes($$$$$"""
        {"resourceType":"Bundle","type":"batch","entry":[
          {"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","id":"p-{{{{{n}}}}}","identifier":[{"system":"urn:example:mis","value":"{{{{{n}}}}}"}],
            "name":[{"family":"Орлов","given":["Олег"]}],"gender":"male","birthDate":"1950-02-01","managingOrganization":{"identifier":{"system":"urn:voicemed:hospital","value":"hospital-1"}}}},
          {"resource":{"resourceType":"Observation","id":"o-{{{{{n}}}}}","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
            "subject":{"reference":"urn:uuid:p"},"effectiveDateTime":"2026-11-20T08:00:00+03:00",
            "valueQuantity":{"value":72,"system":"http://unitsofmeasure.org","code":"/min"}}}
        ]}
        """);

    private static async Task<bool> FailingAsync(TemporaryLedger temporary, int n, int error, Func<EmbeddedLedger, Task> work)
    {
        EmbeddedLedger? ledger = null;
        try
        {
            ledger = await EmbeddedLedger.OpenAsync(temporary.Options with { Vfs = FaultyStorage.Name });
            FaultyStorage.FailFrom(n, error);
            await work(ledger);
        }
        catch (LedgerUnavailableException)
        {
            // Told, as it must be.
        }
        finally
        {
            if (ledger is not null)
            {
                await ledger.DisposeAsync();
            }
        }

        var failed = FaultyStorage.HasFailed;
        FaultyStorage.FailFrom(0, 0);
        return failed;
    }

    private static async Task<bool> WorkAsync(TemporaryLedger temporary, int n, int error, List<string> acknowledged, string code)
    {
        EmbeddedLedger? ledger = null;
        try
        {
            ledger = await EmbeddedLedger.OpenAsync(temporary.Options with { Vfs = FaultyStorage.Name });
            FaultyStorage.FailFrom(n, error);
            for (var i = 0; i < 4; i++)
            {
                var visit = Records.Visit(new PatientId("patient-0"), (n * 10) + i);
                await ledger.WriteAsync(visit);
                acknowledged.Add(visit.Id);
            }

            await ledger.Checkpoints.MakeAsync();
        }
        catch (LedgerUnavailableException e)
        {
            Assert.Contains(e.Code, new[] { code, "storage.failed", "storage.full", "storage.cannot-open" });
        }
        finally
        {
            if (ledger is not null)
            {
                await ledger.DisposeAsync();
            }
        }

        return FaultyStorage.HasFailed;
    }
}
