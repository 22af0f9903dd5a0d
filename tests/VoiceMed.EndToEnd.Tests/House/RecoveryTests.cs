using Microsoft.Playwright;
using VoiceMed.EndToEnd.Tests.Harness;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;
using Xunit.Abstractions;

namespace VoiceMed.EndToEnd.Tests.House;

/// <summary>The line is cut in the middle of a sentence, the server restarts: the page recovers, and the ledger was asked no more than the doctor asked.</summary>
public sealed class RecoveryTests(House house, ITestOutputHelper output) : IClassFixture<House>, IDisposable
{
    private static readonly PageWaitForSelectorOptions Patient = new() { Timeout = 60_000 };

    public void Dispose() => house.WriteTurns(output);

    [SkippableFact]
    public async Task Line_CutInMidUtterance_RecoversAndAsksTheLedgerOnce()
    {
        Browser.Require();
        await using var line = new CuttableLine(() => house.Address.Port);
        await using var browser = await Browser.LaunchAsync();
        var (page, microphone) = await LiveMicrophone.OpenAsync(browser, line.Address);
        await ConfirmPatientAsync(page, microphone);
        var before = await VisitsAskedAsync();

        // First while the answer sounds: the word of its end is lost with the line.
        await page.WaitForSelectorAsync("body[data-sounding=true]", Patient);
        line.Cut();
        await page.Locator("body[data-state=connecting]").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // Then in the middle of a sentence.
        await page.EvaluateAsync("() => { window.voiceBegan = undefined; }");
        var speaking = microphone.AnswerAsync("ru/smirnova/01-visits.wav");
        await page.WaitForFunctionAsync("() => performance.now() > (window.voiceBegan ?? Infinity) + 1000", null, new() { Timeout = 60_000, PollingInterval = 50 });
        line.Cut();
        await speaking;
        await page.Locator("body[data-state=connecting]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Assertions.Expect(page.Locator(".patient-name")).ToContainTextAsync("Иванова");

        // What is left of a torn sentence may mean something else: it is not acted on, and the doctor asks again.
        await microphone.AnswerAsync("ru/smirnova/01-visits.wav");
        await page.WaitForSelectorAsync("[data-kind=visits] .item", Patient);

        var asked = await VisitsAskedAsync();
        Assert.Equal(before.Count + 1, asked.Count);
        Assert.Equal(asked.Count, asked.Select(access => access.Turn).Distinct().Count());
    }

    [SkippableFact]
    public async Task Server_Restarted_PageComesBackLockedAndNothingWasAskedAgain()
    {
        Browser.Require();
        await using var line = new CuttableLine(() => house.Address.Port);
        await using var browser = await Browser.LaunchAsync();
        var (page, microphone) = await LiveMicrophone.OpenAsync(browser, line.Address);
        await ConfirmPatientAsync(page, microphone);
        await microphone.AnswerAsync("ru/smirnova/01-visits.wav");
        await page.WaitForSelectorAsync("[data-kind=visits] .item", Patient);
        var before = await AskedAsync();

        await house.StopAsync();
        await page.Locator("body[data-state=connecting]").WaitForAsync();
        await house.StartAsync();
        await page.Locator("body[data-state=connecting]").WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = 60_000 });

        await page.Locator("[data-notice=welcome]").WaitForAsync();
        Assert.Equal(0, await page.Locator(".item").CountAsync());
        Assert.Equal(before, await AskedAsync());
        await ConfirmPatientAsync(page, microphone);
        await microphone.AnswerAsync("ru/smirnova/01-visits.wav");
        await page.WaitForSelectorAsync("[data-kind=visits] .item", Patient);
    }

    private static async Task ConfirmPatientAsync(IPage page, LiveMicrophone microphone)
    {
        await page.Locator("body:not([data-state=connecting])").WaitForAsync();
        await microphone.AnswerAsync("ru/smirnova/10-patient.wav");
        await page.WaitForSelectorAsync("[data-notice=challenge]", Patient);
        await microphone.AnswerAsync("ru/smirnova/09-challenge.wav");
        await page.WaitForSelectorAsync(".question", Patient);
        await microphone.AnswerAsync("ru/smirnova/11-yes.wav");
        await page.WaitForSelectorAsync(".tag-good", Patient);
    }

    // Another doctor looks, so that looking does not count.
    private async Task<IReadOnlyList<AccessRecord>> AccessesAsync()
    {
        var access = new AccessContext
        {
            Doctor = new DoctorId("kuznetsov"),
            Role = "doctor",
            Hospital = new HospitalId("hospital-1"),
            Purpose = "TREAT",
            Turn = Guid.NewGuid().ToString("N"),
        };
        var answer = await house.Host.Ledger.GetAccessHistoryAsync(new PatientId("patient-1"), null, null, access);
        return [.. answer.Items.Where(record => record.Doctor?.Value == "smirnova")];
    }

    private async Task<IReadOnlyList<AccessRecord>> VisitsAskedAsync() =>
        [.. (await AccessesAsync()).Where(record => record.Operation == "getHospitalVisits")];

    private async Task<int> AskedAsync() => (await AccessesAsync()).Count;
}
