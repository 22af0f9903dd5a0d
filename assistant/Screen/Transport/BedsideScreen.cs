using System.Collections.Immutable;
using VoiceMed.Assistant.Screen.Commands;
using VoiceMed.Assistant.Screen.Events;

namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>
/// One session with its screen: numbers the session's events, keeps the picture, and hands both to whichever connection is
/// open. Thread-safe.
/// </summary>
internal sealed class BedsideScreen(
    IBedsideSession session, BedsideTerminal terminal, string language, ScreenOptions options, TimeProvider time, ILogger logger)
    : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly ScreenPicture _picture = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _pump = Task.CompletedTask;
    private ScreenOutbox? _outbox;
    private long _lastEventId;
    private bool _ended;

    public string Id => session.Id;

    public BedsideTerminal Terminal => terminal;

    public DateTimeOffset OpenedAt { get; } = time.GetUtcNow();

    /// <summary>Since when no connection is open; null while one is.</summary>
    public DateTimeOffset? DetachedAt { get; private set; } = time.GetUtcNow();

    /// <summary>Starts forwarding. <paramref name="whenEnded"/> runs when the session's events come to an end by themselves.</summary>
    public void Start(Func<BedsideScreen, Task> whenEnded) => _pump = Task.Run(() => PumpAsync(whenEnded));

    public LiveScreen Describe()
    {
        lock (_gate)
        {
            return new LiveScreen(Id, terminal.Id, terminal.Bed, OpenedAt, _outbox is not null, _picture.State, _picture.Speaker?.Name, _picture.Speaker?.Sure);
        }
    }

    /// <summary>Puts a connection on: greets it, paints the picture, and sends what happens from now on. The former one is closed.</summary>
    /// <returns>Where the frames for the connection wait.</returns>
    public ScreenOutbox Attach(bool resumed)
    {
        var outbox = new ScreenOutbox(options.MaxQueuedBytes);
        ScreenOutbox? former;
        lock (_gate)
        {
            former = _outbox;
            _outbox = outbox;
            DetachedAt = null;
            outbox.Post(ScreenMessageWriter.Welcome(Id, resumed, terminal, language, _lastEventId));
            foreach (var standing in _picture.Events.ToImmutableArray())
            {
                outbox.Post(ScreenMessageWriter.Event(_lastEventId, standing));
            }

            if (_ended)
            {
                outbox.Close(Ended());
            }
        }

        former?.Close(new ScreenProtocolException(ScreenCloseCode.Replaced, "a newer connection has taken the session up"));
        return outbox;
    }

    /// <summary>Takes a connection off, unless a newer one is on.</summary>
    public void Detach(ScreenOutbox outbox)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_outbox, outbox))
            {
                _outbox = null;
                DetachedAt = time.GetUtcNow();
            }
        }
    }

    public ValueTask AcceptAudioAsync(ReadOnlyMemory<byte> samples, CancellationToken cancellation) =>
        session.AcceptAudioAsync(samples, cancellation);

    public ValueTask AcceptCommandAsync(ScreenCommand command, CancellationToken cancellation) =>
        session.AcceptCommandAsync(command, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _pump.ConfigureAwait(false);
        await session.DisposeAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private static ScreenProtocolException Ended() => new(ScreenCloseCode.SessionEnded, "the session has ended");

    private async Task PumpAsync(Func<BedsideScreen, Task> whenEnded)
    {
        try
        {
            await foreach (var screenEvent in session.EventsAsync(_stop.Token).ConfigureAwait(false))
            {
                Forward(screenEvent);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // One session's failure must not end the server: its screen is closed and may open a new one.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.LogError(e, "Session {Session} of terminal {Terminal} failed", Id, terminal.Id);
        }

        lock (_gate)
        {
            _ended = true;
            _outbox?.Close(Ended());
        }

        if (!_stop.IsCancellationRequested)
        {
            _ = whenEnded(this); // disposes this screen, which waits for this method
        }
    }

    private void Forward(ScreenEvent screenEvent)
    {
        lock (_gate)
        {
            var id = ++_lastEventId;
            _picture.Apply(screenEvent);
            if (screenEvent is StopSpeechEvent stop)
            {
                _outbox?.DropSpeech(stop.Say);
            }

            _outbox?.Post(ScreenMessageWriter.Event(id, screenEvent));
        }
    }
}
