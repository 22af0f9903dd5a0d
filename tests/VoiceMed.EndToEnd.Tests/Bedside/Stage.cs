using Microsoft.Playwright;
using VoiceMed.EndToEnd.Tests.Harness;

namespace VoiceMed.EndToEnd.Tests.Bedside;

/// <summary>A server, a browser, the page and the session behind it.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly ScreenServer _server;
    private readonly Browser _browser;

    private Stage(ScreenServer server, Browser browser, IPage page, ScriptedSession session) =>
        (_server, _browser, Page, Session) = (server, browser, page, session);

    public IPage Page { get; }

    public ScriptedSession Session { get; }

    public static async Task<Stage> OpenAsync(string? cameraFilm = null)
    {
        Browser.Require();
        var server = await ScreenServer.StartAsync(withPage: true);
        var browser = await Browser.LaunchAsync(cameraFilm: cameraFilm);
        var page = await browser.OpenAsync(server.Address);
        var session = await server.Sessions.NextAsync();
        await page.Locator("body[data-state=asleep]").WaitForAsync();
        return new Stage(server, browser, page, session);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _server.DisposeAsync();
    }
}
