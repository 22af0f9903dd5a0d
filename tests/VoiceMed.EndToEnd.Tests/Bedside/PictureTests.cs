using Microsoft.Playwright;
using VoiceMed.EndToEnd.Tests.Harness;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Bedside;

/// <summary>
/// Every state of the bedside page at three sizes in both themes: nothing cut off sideways, no serious accessibility finding, no
/// refusal by the content security policy. With VOICEMED_SCREENSHOTS set, the pictures are left there to be looked at.
/// </summary>
public class PictureTests
{
    private static readonly (int Width, int Height)[] Sizes = [(800, 480), (1280, 800), (1920, 1080)];

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task EveryState_AtEverySize_IsReadableAndAccessible(ColorScheme theme)
    {
        Browser.Require();
        await using var server = await ScreenServer.StartAsync(withPage: true);
        await using var browser = await Browser.LaunchAsync();
        foreach (var (name, events) in Pictures.All)
        {
            var page = await browser.OpenAsync(server.Address, theme: theme);
            var complaints = new List<string>();
            page.Console += (_, message) => Record(complaints, message);
            var session = await server.Sessions.NextAsync();
            session.Say(events);
            await page.Locator("body:not([data-state=connecting])").WaitForAsync();
            await page.Locator($"{Expected(name)}").First.WaitForAsync();
            foreach (var (width, height) in Sizes)
            {
                await page.SetViewportSizeAsync(width, height);
                await AssertUnbrokenAsync(page, $"{name} {width}x{height}");
                await ShootAsync(page, $"{name}-{theme}-{width}x{height}");
            }

            await page.AssertAccessibleAsync($"{name} {theme}");
            Assert.Empty(complaints);
            await page.Context.CloseAsync();
        }
    }

    [SkippableTheory]
    [InlineData("query", "Написать")]
    [InlineData("pin", "PIN-код")]
    [InlineData("scan", "Камера")]
    public async Task EveryWindow_AtEverySize_IsReadableAndAccessible(string dialog, string tool)
    {
        Browser.Require();
        await using var server = await ScreenServer.StartAsync(withPage: true);
        await using var browser = await Browser.LaunchAsync();
        var page = await browser.OpenAsync(server.Address, theme: ColorScheme.Dark);
        await page.Locator("body[data-state=asleep]").WaitForAsync();
        await page.GetByRole(AriaRole.Toolbar).GetByLabel(tool, new LocatorGetByLabelOptions { Exact = true }).ClickAsync();
        await page.Locator($"dialog[data-dialog={dialog}]").WaitForAsync();
        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            await AssertUnbrokenAsync(page, $"{dialog} {width}x{height}");
            await ShootAsync(page, $"dialog-{dialog}-{width}x{height}");
        }

        await page.AssertAccessibleAsync(dialog);
    }

    // axe-core itself is not in the page's policy: chromium reports what we inject nowhere.
    private static void Record(List<string> complaints, IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            complaints.Add(message.Text);
        }
    }

    private static string Expected(string name) => name switch
    {
        "welcome" => "[data-notice=welcome]",
        "preselected" => ".question",
        "challenge" or "refused" or "blank" or "error" => $"[data-notice={name}]",
        "not-understood" => "[data-notice=notUnderstood]",
        "thinking" => "body[data-state=thinking]",
        _ => "[data-kind]",
    };

    private static async Task AssertUnbrokenAsync(IPage page, string what)
    {
        var overflow = await page.EvaluateAsync<string?>("""
            () => {
                const cut = [...document.querySelectorAll("header, main, footer, .card, .notice, .patient, .speaker, .item, .tools, .dialog")]
                    .find(element => { const box = element.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1 || element.scrollWidth > element.clientWidth + 2; });
                if (cut) return `${cut.className || cut.tagName} is cut off sideways`;
                const foot = document.querySelector("footer.bottom")?.getBoundingClientRect();
                return foot && foot.bottom > innerHeight + 1 ? "the foot is below the glass" : null;
            }
            """);
        Assert.True(overflow is null, $"{what}: {overflow}");
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("VOICEMED_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}
