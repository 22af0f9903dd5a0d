using System.Collections.Concurrent;
using VoiceMed.Assistant.Screen.Commands;
using VoiceMed.Assistant.Screen.Transport;

namespace VoiceMed.Assistant.Screen;

/// <summary>The open sessions: opens them, finds them again after a cut connection, ends the forgotten ones. Thread-safe.</summary>
public sealed class LiveScreens : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, BedsideScreen> _screens = new(StringComparer.Ordinal);
    private readonly IBedsideSessionFactory _factory;
    private readonly ScreenOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<LiveScreens> _logger;
    private readonly ITimer _sweep;

    /// <summary>Starts with no session.</summary>
    public LiveScreens(IBedsideSessionFactory factory, ScreenOptions options, TimeProvider time, ILogger<LiveScreens> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        (_factory, _options, _time, _logger) = (factory, options, time, logger);
        var period = TimeSpan.FromTicks(Math.Max(options.ResumeWindow.Ticks / 4, TimeSpan.TicksPerMillisecond * 50));
        _sweep = time.CreateTimer(_ => _ = SweepAsync(), null, period, period);
    }

    /// <summary>The open sessions, oldest first.</summary>
    public IReadOnlyList<LiveScreen> Snapshot() => [.. _screens.Values.Select(screen => screen.Describe()).OrderBy(screen => screen.OpenedAt)];

    /// <summary>Ends a session; its screen goes blank and may open a new one.</summary>
    /// <returns>False when there is no such session.</returns>
    public async ValueTask<bool> EndAsync(string session)
    {
        if (!_screens.TryRemove(session, out var screen))
        {
            return false;
        }

        _logger.LogInformation("Session {Session} of terminal {Terminal} has ended", session, screen.Terminal.Id);
        await screen.DisposeAsync().ConfigureAwait(false);
        return true;
    }

    /// <summary>Hands a command to every session of a terminal: the hospital's system has opened or closed a patient there.</summary>
    /// <returns>How many sessions took it.</returns>
    public async ValueTask<int> SendAsync(string terminal, ScreenCommand command, CancellationToken cancellation = default)
    {
        var count = 0;
        foreach (var screen in _screens.Values.Where(screen => screen.Terminal.Id == terminal))
        {
            await screen.AcceptCommandAsync(command, cancellation).ConfigureAwait(false);
            count++;
        }

        return count;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync().ConfigureAwait(false);
        foreach (var session in _screens.Keys)
        {
            await EndAsync(session).ConfigureAwait(false);
        }
    }

    /// <summary>Finds the session to take up, or null when it is gone or another terminal's.</summary>
    internal BedsideScreen? Find(string session, BedsideTerminal terminal) =>
        _screens.TryGetValue(session, out var screen) && screen.Terminal.Id == terminal.Id ? screen : null;

    /// <summary>Opens a session.</summary>
    /// <exception cref="ScreenProtocolException">As many are open as are allowed.</exception>
    internal async ValueTask<BedsideScreen> OpenAsync(BedsideTerminal terminal, string language, CancellationToken cancellation)
    {
        if (_screens.Count >= _options.MaxScreens)
        {
            throw new ScreenProtocolException(ScreenCloseCode.Full, "no more screens are taken");
        }

        await MakeRoomAsync(terminal).ConfigureAwait(false);
        var session = await _factory.CreateAsync(terminal, language, cancellation).ConfigureAwait(false);
        var screen = new BedsideScreen(session, terminal, language, _options, _time, _logger);
        _screens[screen.Id] = screen;
        screen.Start(async ended => await EndAsync(ended.Id).ConfigureAwait(false));
        _logger.LogInformation("Session {Session} of terminal {Terminal} is open", screen.Id, terminal.Id);
        return screen;
    }

    // A page that was reloaded has lost its session's name: its orphan makes room for it.
    private async ValueTask MakeRoomAsync(BedsideTerminal terminal)
    {
        var own = _screens.Values.Where(screen => screen.Terminal.Id == terminal.Id).ToList();
        if (own.Count < _options.MaxScreensPerTerminal)
        {
            return;
        }

        var orphan = own.Where(screen => screen.DetachedAt is not null).MinBy(screen => screen.DetachedAt)
            ?? throw new ScreenProtocolException(ScreenCloseCode.Full, "no more screens are taken for this terminal");
        await EndAsync(orphan.Id).ConfigureAwait(false);
    }

    private async Task SweepAsync()
    {
        var before = _time.GetUtcNow() - _options.ResumeWindow;
        foreach (var screen in _screens.Values.Where(screen => screen.DetachedAt <= before))
        {
            await EndAsync(screen.Id).ConfigureAwait(false);
        }
    }
}
