using Microsoft.Playwright;
using VoiceMed.Assistant.Screen.Commands;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.EndToEnd.Tests.Harness;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Bedside;

/// <summary>The line is cut, the server restarts: the page recovers by itself.</summary>
public class ReconnectTests
{
    [SkippableFact]
    public async Task Line_CutInMidUtterance_IsTakenUpAgainWithThePicture()
    {
        Browser.Require();
        await using var server = await ScreenServer.StartAsync(withPage: true);
        await using var line = new CuttableLine(() => server.Address.Port);
        await using var browser = await Browser.LaunchAsync();
        var page = await browser.OpenAsync(line.Address);
        var session = await server.Sessions.NextAsync();
        session.Say([.. Pictures.Doctor(), new CardEvent(Pictures.Visits()), new TranscriptEvent("покажи докум", false, "ru")]);
        await page.GetByText("Стенокардия").WaitForAsync();

        line.Cut();
        await session.NextAsync<ResumeCommand>();

        await page.Locator("body[data-state=listening]").WaitForAsync();
        await Assertions.Expect(page.GetByText("Стенокардия")).ToBeVisibleAsync();
        var before = session.AudioBytes;
        await Eventually.HoldsAsync(() => session.AudioBytes > before + 32_000, "the microphone is heard again");
        Assert.Single(server.Screens.Snapshot());
    }

    [SkippableFact]
    public async Task Server_Restarted_PageOpensANewSessionWithNobodysData()
    {
        Browser.Require();
        var port = 0;
        await using var line = new CuttableLine(() => port);
        await using var browser = await Browser.LaunchAsync();
        IPage page;
        await using (var first = await ScreenServer.StartAsync(withPage: true))
        {
            port = first.Address.Port;
            page = await browser.OpenAsync(line.Address);
            var session = await first.Sessions.NextAsync();
            session.Say([.. Pictures.Doctor(), new CardEvent(Pictures.Visits())]);
            await page.GetByText("Стенокардия").WaitForAsync();
        }

        await page.Locator("body[data-state=connecting]").WaitForAsync();
        await Assertions.Expect(page.Locator(".banner")).ToBeVisibleAsync();
        await using var second = await ScreenServer.StartAsync(withPage: true);
        port = second.Address.Port;
        var renewed = await second.Sessions.NextAsync();

        await Assertions.Expect(page.Locator("[data-notice=welcome]")).ToBeVisibleAsync();
        Assert.DoesNotContain("Иванова", await page.ContentAsync(), StringComparison.Ordinal);
        renewed.Say(new HintsEvent(["снова здесь"]));
        await page.GetByText("снова здесь").WaitForAsync();
    }

    [SkippableFact]
    public async Task Line_StaysDown_HidesThePatient()
    {
        Browser.Require();
        var reachable = true;
        await using var server = await ScreenServer.StartAsync(withPage: true);
        await using var line = new CuttableLine(() => reachable ? server.Address.Port : 1);
        await using var browser = await Browser.LaunchAsync();
        var page = await browser.OpenAsync(line.Address);
        (await server.Sessions.NextAsync()).Say([.. Pictures.Doctor(), new CardEvent(Pictures.Visits())]);
        await page.GetByText("Стенокардия").WaitForAsync();

        reachable = false;
        line.Cut();

        await Assertions.Expect(page.GetByText("Стенокардия")).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 15_000 });
        Assert.DoesNotContain("Иванова", await page.ContentAsync(), StringComparison.Ordinal);
    }
}
