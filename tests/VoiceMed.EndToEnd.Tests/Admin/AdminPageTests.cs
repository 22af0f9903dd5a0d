using Microsoft.Playwright;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Scoring;
using VoiceMed.EndToEnd.Tests.Harness;
using VoiceMed.Speech.Audio;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Admin;

/// <summary>The admin's page in a real browser.</summary>
public class AdminPageTests
{
    private static readonly string[] Sections = ["health", "screens", "alerts", "doctors", "enrolment", "calibration", "audit", "emergencies", "models", "intents"];

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EverySection_InBothThemes_IsAccessible(ColorScheme theme)
    {
        Browser.Require();
        await using var host = await AdminHost.StartAsync(withPage: true);
        await using var browser = await Browser.LaunchAsync();
        var page = await browser.OpenAsync(host.Address, theme: theme);
        await page.Locator("#key").WaitForAsync();
        await page.AssertAccessibleAsync($"sign-in {theme}");
        await SignInAsync(page, host);
        foreach (var section in Sections)
        {
            await page.Locator($"nav a[href='#{section}']").ClickAsync();
            await page.Locator($"nav a[href='#{section}'][aria-current=page]").WaitForAsync();
            await page.Locator(".content > *").First.WaitForAsync();
            await page.AssertAccessibleAsync($"{section} {theme}");
            Assert.Empty(await page.Locator(".problem").InnerTextAsync());
            if (Environment.GetEnvironmentVariable("VOICEMED_SCREENSHOTS") is { Length: > 0 } folder)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"admin-{section}-{theme}.png") });
            }
        }
    }

    [SkippableFact]
    public async Task Alerts_ScreenLockedOut_IsListedAndItsSessionExplained()
    {
        Browser.Require();
        await using var host = await AdminHost.StartAsync(withPage: true);
        var now = TimeProvider.System.GetUtcNow();
        var session = SessionJournal.NewSession(now);
        host.Journal.Append(session, new SessionEvent { At = now, Kind = SessionEventKind.Stranger, LogLikelihoodRatio = -3, Terminal = "bed-7" });
        host.Journal.Append(session, new SessionEvent { At = now, Kind = SessionEventKind.LockedOut, Detail = "5 failures in a row", Terminal = "bed-7" });
        await using var browser = await Browser.LaunchAsync();
        var page = await browser.OpenAsync(new Uri(host.Address, "#alerts"));
        await SignInAsync(page, host);

        await page.Locator(".content td", new PageLocatorOptions { HasTextString = "bed-7" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Объяснить" }).ClickAsync();

        await page.Locator(".content li", new PageLocatorOptions { HasTextString = "голос не узнан" }).WaitForAsync();
        Assert.Equal(2, await page.Locator(".content li").CountAsync());
    }

    [SkippableFact]
    public async Task Enrolment_FromTheMicrophone_MakesAVoiceprintThatKnowsTheDoctor()
    {
        Browser.Require();
        var clips = Path.Combine(InstallFolder.Find(), "demo", "audio", "ru", "smirnova");
        Skip.IfNot(Directory.Exists(clips), "The demo's recordings are not here.");
        var recording = await ReadingAsync(clips);
        try
        {
            await using var host = await AdminHost.StartAsync(withPage: true);
            await using var browser = await Browser.LaunchAsync(recording, loopMicrophone: true);
            var page = await browser.OpenAsync(new Uri(host.Address, "#enrolment"));
            await SignInAsync(page, host);
            await page.GetByLabel("Идентификатор").FillAsync("smirnova");
            await page.GetByLabel("Имя и фамилия").FillAsync("Смирнова Анна");
            await page.GetByLabel("Дата письменного согласия").FillAsync("2026-11-01");
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Начать запись" }).ClickAsync();

            await ReadAloudUntilEnrolledAsync(page);

            var print = Assert.Single(host.Voiceprints.ReadAll());
            Assert.Equal("Смирнова Анна", print.Name);
            var clip = await AudioLoader.LoadAsync(Path.Combine(clips, "01-visits.wav"), CancellationToken.None);
            var evidence = new SpeakerIdentifier(host.Model, [new EnrolledSpeaker(print.Doctor, print.Template)]).Score(clip.Samples);
            Assert.Equal("smirnova", evidence.Doctor);
        }
        finally
        {
            File.Delete(recording);
        }
    }

    // Reads each phrase the way a person would: press, speak (the film of the microphone goes on by itself), press when it is quiet.
    private static async Task ReadAloudUntilEnrolledAsync(IPage page)
    {
        var done = page.Locator("[data-enrolled]");
        await page.Locator("#enrol-level").WaitForAsync();
        for (var attempt = 0; attempt < 30 && await done.CountAsync() == 0; attempt++)
        {
            await WaitForLevelAsync(page, "< -52", frames: 8);
            await page.Locator(".wizard-step button").ClickAsync();
            await WaitForLevelAsync(page, "> -40", frames: 2);
            await WaitForLevelAsync(page, "< -52", frames: 14);
            var reported = page.WaitForResponseAsync(response => response.Url.Contains("/phrases", StringComparison.Ordinal));
            await page.Locator(".wizard-step button").ClickAsync();
            await reported;
            await page.Locator(".wizard-step button:not([data-recording]), [data-enrolled]").First.WaitForAsync();
        }

        Assert.Equal(1, await done.CountAsync());
    }

    private static Task WaitForLevelAsync(IPage page, string condition, int frames) => page.EvaluateAsync($$"""
        () => new Promise(done => {
            let held = 0;
            const meter = document.getElementById("enrol-level");
            const watch = setInterval(() => {
                held = meter.value {{condition}} ? held + 1 : 0;
                if (held >= {{frames}}) { clearInterval(watch); done(); }
            }, 40);
        })
        """);

    private static async Task SignInAsync(IPage page, AdminHost host)
    {
        await page.Locator("#key").FillAsync(host.Key);
        await page.Locator("#code").FillAsync(host.Code());
        await page.Locator("button[type=submit]").ClickAsync();
        await page.Locator("nav").WaitForAsync();
    }

    /// <summary>All enrolment phrases one after the other with pauses, as one WAV file.</summary>
    private static async Task<string> ReadingAsync(string clips)
    {
        var samples = new List<short>();
        var noise = new Random(7);
        foreach (var file in Directory.GetFiles(clips, "enrol-*.wav").Order(StringComparer.Ordinal))
        {
            samples.AddRange(Enumerable.Range(0, 24_000).Select(_ => (short)noise.Next(-8, 9)));
            samples.AddRange((await AudioLoader.LoadAsync(file, CancellationToken.None)).Samples);
        }

        var path = Path.Combine(Path.GetTempPath(), $"voicemed-{Guid.NewGuid():N}.wav");
        await File.WriteAllBytesAsync(path, Sound.Wav([.. samples], 16_000));
        return path;
    }
}
