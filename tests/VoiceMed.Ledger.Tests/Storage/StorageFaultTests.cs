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
