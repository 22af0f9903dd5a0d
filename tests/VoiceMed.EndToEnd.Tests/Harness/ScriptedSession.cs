using System.Collections.Concurrent;
using System.Threading.Channels;
using VoiceMed.Assistant.Screen;
using VoiceMed.Assistant.Screen.Commands;
using VoiceMed.Assistant.Screen.Events;

namespace VoiceMed.EndToEnd.Tests.Harness;

/// <summary>A conversation whose events the test says and whose commands the test reads.</summary>
public sealed class ScriptedSession : IBedsideSession
{
    private readonly Channel<ScreenEvent> _events = Channel.CreateUnbounded<ScreenEvent>();
    private readonly Channel<ScreenCommand> _commands = Channel.CreateUnbounded<ScreenCommand>();
    private long _audioBytes;

    public string Id { get; } = Guid.NewGuid().ToString("N");

    public long AudioBytes => Interlocked.Read(ref _audioBytes);

    public bool Disposed { get; private set; }

    /// <summary>Set to make the session slow to take sound.</summary>
    public TaskCompletionSource? AudioGate { get; set; }

    public void Say(params ScreenEvent[] events)
    {
        foreach (var screenEvent in events)
        {
            _events.Writer.TryWrite(screenEvent);
        }
    }

    public void Fail(Exception error) => _events.Writer.TryComplete(error);

    /// <summary>The next command of this kind; others are skipped.</summary>
    public async Task<T> NextAsync<T>(int timeoutSeconds = 10)
        where T : ScreenCommand
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(timeoutSeconds));
        await foreach (var command in _commands.Reader.ReadAllAsync(timeout.Token))
        {
            if (command is T wanted)
            {
                return wanted;
            }
        }

        throw new InvalidOperationException($"The session ended before a {typeof(T).Name} came.");
    }

    public async ValueTask AcceptAudioAsync(ReadOnlyMemory<byte> pcm16kMono16, CancellationToken cancellation = default)
    {
        if (AudioGate is { } gate)
        {
            await gate.Task.WaitAsync(cancellation);
        }

        Interlocked.Add(ref _audioBytes, pcm16kMono16.Length);
    }

    public ValueTask AcceptCommandAsync(ScreenCommand command, CancellationToken cancellation = default) =>
        _commands.Writer.WriteAsync(command, cancellation);

    public IAsyncEnumerable<ScreenEvent> EventsAsync(CancellationToken cancellation = default) => _events.Reader.ReadAllAsync(cancellation);

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        _events.Writer.TryComplete();
        _commands.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Opens scripted sessions and hands them to the test in order.</summary>
public sealed class ScriptedSessionFactory : IBedsideSessionFactory
{
    private readonly Channel<ScriptedSession> _opened = Channel.CreateUnbounded<ScriptedSession>();

    public ConcurrentBag<string> Languages { get; } = [];

    public ValueTask<IBedsideSession> CreateAsync(BedsideTerminal terminal, string language, CancellationToken cancellation = default)
    {
        var session = new ScriptedSession();
        Languages.Add(language);
        _opened.Writer.TryWrite(session);
        return ValueTask.FromResult<IBedsideSession>(session);
    }

    public async Task<ScriptedSession> NextAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _opened.Reader.ReadAsync(timeout.Token);
    }
}
