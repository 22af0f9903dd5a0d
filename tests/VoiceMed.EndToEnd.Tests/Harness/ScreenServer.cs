using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoiceMed.Assistant.Screen;
using VoiceMed.Assistant.Screen.Pages;
using VoiceMed.Assistant.Screen.Terminals;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.EndToEnd.Tests.Harness;

/// <summary>The real bedside server on a port of its own, with scripted conversations behind it.</summary>
public sealed class ScreenServer : IAsyncDisposable
{
    public const string Token = "token-of-the-bed-3-2";
    private readonly WebApplication _app;

    private ScreenServer(WebApplication app, ScriptedSessionFactory sessions, LogRecorder log) => (_app, Sessions, Log) = (app, sessions, log);

    public ScriptedSessionFactory Sessions { get; }

    public LogRecorder Log { get; }

    public LiveScreens Screens => _app.Services.GetRequiredService<LiveScreens>();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public Uri Socket => new UriBuilder(Address) { Scheme = "ws", Path = "/screen" }.Uri;

    public static async Task<ScreenServer> StartAsync(ScreenOptions? options = null, bool withPage = false, int port = 0)
    {
        var terminal = new BedsideTerminal("ward-3-bed-2", new HospitalId("hospital-2"), "3-2", "ru");
        var builder = WebApplication.CreateSlimBuilder();
        var sessions = new ScriptedSessionFactory();
        var log = new LogRecorder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IBedsideSessionFactory>(sessions);
        builder.Services.AddBedsideScreens(
            options ?? new ScreenOptions { LoopbackTerminal = terminal },
            new TerminalDirectory([KeyValuePair.Create(Token, terminal)]));
        var app = builder.Build();
        app.UseBedsideScreens(withPage ? PageDirectory.Find("bedside") : null);
        await app.StartAsync();
        return new ScreenServer(app, sessions, log);
    }

    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await _app.StopAsync(timeout.Token);
        await _app.DisposeAsync();
    }
}

/// <summary>Keeps what was logged.</summary>
public sealed class LogRecorder : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)}");

    public void Dispose()
    {
    }
}
