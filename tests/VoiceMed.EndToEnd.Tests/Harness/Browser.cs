using Microsoft.Playwright;
using VoiceMed.Assistant.Screen.Pages;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Harness;

/// <summary>Debian's chromium, driven by Playwright, hearing a file instead of a microphone.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Skips the test where there is no browser or the pages are not built, and says so.</summary>
    public static void Require()
    {
        Skip.If(Executable is null, "No chromium: install it with 'apt-get install chromium'.");
        Skip.IfNot(PagesAreBuilt(), "The pages are not built: run ./voicemed setup.");
    }

    public static async Task<Browser> LaunchAsync(string? microphoneWav = null, string? cameraFilm = null, bool loopMicrophone = false)
    {
        var arguments = new List<string>
        {
            "--disable-gpu", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required",
        };
        if (microphoneWav is not null)
        {
            arguments.Add($"--use-file-for-fake-audio-capture={microphoneWav}{(loopMicrophone ? string.Empty : "%noloop")}");
        }

        if (cameraFilm is not null)
        {
            arguments.Add($"--use-file-for-fake-video-capture={cameraFilm}");
        }

        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Headless = true,
            ChromiumSandbox = false,
            Args = arguments,
        });
        return new Browser(playwright, browser);
    }

    public async Task<IPage> OpenAsync(
        Uri address, int width = 1280, int height = 800, ColorScheme theme = ColorScheme.Light, string locale = "ru-RU", string? script = null)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = theme,
            Locale = locale,
            TimezoneId = "Europe/Moscow",
            Permissions = ["microphone", "camera"],
        });
        if (script is not null)
        {
            await context.AddInitScriptAsync(script);
        }

        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }

    private static string? Executable => Places.FirstOrDefault(File.Exists);

    private static bool PagesAreBuilt()
    {
        try
        {
            return PageDirectory.Find("bedside").Length > 0;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
    }
}
