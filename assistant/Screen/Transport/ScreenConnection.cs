using System.Net.WebSockets;
using VoiceMed.Assistant.Screen.Commands;
using VoiceMed.Assistant.Screen.Terminals;

namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>One open WebSocket of a screen, from greeting to closing. Whatever the other side does ends this connection only.</summary>
internal sealed class ScreenConnection(
    WebSocket socket, bool local, LiveScreens screens, ITerminalDirectory terminals, ScreenOptions options, TimeProvider time, ILogger logger)
{
    private const int BytesPerSecond = 32_000;
    private readonly byte[] _buffer = new byte[Math.Max(options.MaxTextBytes, options.MaxAudioBytes + ScreenMessageReader.AudioHeaderBytes) + 1];
    private readonly TokenBucket _audio = new(BytesPerSecond * options.AudioRate, BytesPerSecond * options.AudioBurst.TotalSeconds, time);
    private readonly TokenBucket _commands = new(options.CommandRate, options.CommandRate * 3, time);
    private uint? _lastSequence;

    /// <summary>Serves the connection until it ends.</summary>
    /// <param name="whenKnown">Called once the screen has said who it is.</param>
    /// <param name="stopping">The server is shutting down.</param>
    public async Task RunAsync(Action whenKnown, CancellationToken stopping)
    {
        BedsideTerminal? terminal = null;
        try
        {
            var hello = await GreetAsync(stopping).ConfigureAwait(false);
            terminal = Identify(hello);
            whenKnown();
            var (screen, resumed) = await OpenAsync(hello, terminal, stopping).ConfigureAwait(false);
            await ServeAsync(screen, resumed, hello.LastEventId, stopping).ConfigureAwait(false);
        }
        catch (ScreenProtocolException e)
        {
            logger.LogWarning("Screen of terminal {Terminal} closed with {Code}: {Reason}", terminal?.Id ?? "(unknown)", e.CloseCode, e.Message);
            await CloseAsync((WebSocketCloseStatus)e.CloseCode, e.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "the server is stopping").ConfigureAwait(false);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            logger.LogInformation("Screen of terminal {Terminal} lost its connection", terminal?.Id ?? "(unknown)");
            socket.Abort();
        }
    }

    private async Task<HelloMessage> GreetAsync(CancellationToken stopping)
    {
        // Cancelling a receive would tear the socket down without a word, so the wait ends beside it.
        var receiving = ReceiveAsync(stopping).AsTask();
        try
        {
            var (type, length) = await receiving.WaitAsync(options.HelloTimeout, time, stopping).ConfigureAwait(false);
            if (type != WebSocketMessageType.Text)
            {
                throw new ScreenProtocolException(ScreenCloseCode.Malformed, "the first message is not a greeting");
            }

            return ScreenMessageReader.ReadHello(_buffer.AsSpan(0, length));
        }
        catch (TimeoutException)
        {
            Observe(receiving);
            throw new ScreenProtocolException(ScreenCloseCode.TooSlow, "no greeting came in time");
        }
    }

    private BedsideTerminal Identify(HelloMessage hello) =>
        (hello.Token.Length > 0 ? terminals.Resolve(hello.Token) : local ? options.LoopbackTerminal : null)
        ?? throw new ScreenProtocolException(ScreenCloseCode.TokenRefused, "the terminal's token is unknown");

    private async Task<(BedsideScreen Screen, bool Resumed)> OpenAsync(HelloMessage hello, BedsideTerminal terminal, CancellationToken stopping)
    {
        if (hello.Session is not null && screens.Find(hello.Session, terminal) is { } standing)
        {
            return (standing, true);
        }

        return (await screens.OpenAsync(terminal, hello.Language ?? terminal.Language, stopping).ConfigureAwait(false), false);
    }

    private async Task ServeAsync(BedsideScreen screen, bool resumed, long lastEventId, CancellationToken stopping)
    {
        var outbox = screen.Attach(resumed);
        try
        {
            if (resumed)
            {
                await screen.AcceptCommandAsync(new ResumeCommand(lastEventId), stopping).ConfigureAwait(false);
            }

            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            var sound = new SoundQueue(BytesPerSecond * options.MaxBehind.TotalSeconds);
            var hearing = HearAsync(screen, sound, lastEventId, ended.Token);
            var sending = SendAsync(outbox, ended.Token);
            var receiving = ReceiveAllAsync(screen, outbox, sound, ended.Token);
            var first = await Task.WhenAny(sending, receiving, hearing).ConfigureAwait(false);
            try
            {
                await first.ConfigureAwait(false);
                if (outbox.Closed is { } reason)
                {
                    throw reason;
                }
            }
            finally
            {
                // Cancelling the receive would tear the socket down before it can be closed properly; it ends with the socket.
                Observe(receiving);
                if (ReferenceEquals(first, receiving))
                {
                    await ended.CancelAsync().ConfigureAwait(false);
                    await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                sound.Close();
                await hearing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await CloseAsync(WebSocketCloseStatus.NormalClosure, null).ConfigureAwait(false);
        }
        finally
        {
            screen.Detach(outbox);
        }
    }

    private async Task SendAsync(ScreenOutbox outbox, CancellationToken cancellation)
    {
        await foreach (var frame in outbox.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            await socket.SendAsync(frame.Bytes, frame.Type, endOfMessage: true, cancellation).ConfigureAwait(false);
        }
    }

    private async Task ReceiveAllAsync(BedsideScreen screen, ScreenOutbox outbox, SoundQueue sound, CancellationToken cancellation)
    {
        while (true)
        {
            var (type, length) = await ReceiveAsync(cancellation).ConfigureAwait(false);
            switch (type)
            {
                case WebSocketMessageType.Close:
                    return;
                case WebSocketMessageType.Binary:
                    AcceptAudio(sound, _buffer.AsSpan(0, length));
                    break;
                default:
                    await AcceptCommandAsync(screen, outbox, _buffer.AsSpan(0, length), cancellation).ConfigureAwait(false);
                    break;
            }
        }
    }

    private ValueTask AcceptCommandAsync(BedsideScreen screen, ScreenOutbox outbox, ReadOnlySpan<byte> message, CancellationToken cancellation)
    {
        Spend(_commands, 1, "commands");
        var command = ScreenMessageReader.ReadCommand(message);
        if (command is not PingCommand)
        {
            return screen.AcceptCommandAsync(command, cancellation);
        }

        outbox.Post(ScreenMessageWriter.Pong);
        return ValueTask.CompletedTask;
    }

    private void AcceptAudio(SoundQueue sound, ReadOnlySpan<byte> frame)
    {
        Spend(_audio, frame.Length, "sound");
        var start = ScreenMessageReader.ReadAudioHeader(frame, out var sequence);
        if (_lastSequence is { } last && sequence != last + 1)
        {
            sound.AddGap(); // dropped on the way
        }

        _lastSequence = sequence;
        sound.Add(frame[start..]);
    }

    // The recogniser takes its time; commands and pings are read meanwhile.
    private static async Task HearAsync(BedsideScreen screen, SoundQueue sound, long lastEventId, CancellationToken cancellation)
    {
        await foreach (var samples in sound.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            if (samples.IsEmpty)
            {
                await screen.AcceptCommandAsync(new ResumeCommand(lastEventId), cancellation).ConfigureAwait(false);
            }
            else
            {
                await screen.AcceptAudioAsync(samples, cancellation).ConfigureAwait(false);
            }
        }
    }

    // It ends when the socket does, and how it ends no longer matters.
    private static void Observe(Task task) => _ = task.ContinueWith(
        static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private static void Spend(TokenBucket bucket, double units, string what)
    {
        if (!bucket.TryTake(units))
        {
            throw new ScreenProtocolException(ScreenCloseCode.Flood, $"more {what} than the rate allows");
        }
    }

    private async ValueTask<(WebSocketMessageType Type, int Length)> ReceiveAsync(CancellationToken cancellation)
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellation).ConfigureAwait(false);
            length += part.Count;
            var limit = part.MessageType == WebSocketMessageType.Text ? options.MaxTextBytes : options.MaxAudioBytes + ScreenMessageReader.AudioHeaderBytes;
            if (length > limit)
            {
                throw new ScreenProtocolException(ScreenCloseCode.TooLarge, $"a message is larger than {limit} bytes");
            }

            if (part.EndOfMessage)
            {
                return (part.MessageType, length);
            }
        }
    }

    // The other side may never answer: the closing handshake gets as long as the greeting, then the socket is dropped.
    private async Task CloseAsync(WebSocketCloseStatus status, string? reason)
    {
        using var timeout = new CancellationTokenSource(options.HelloTimeout, time);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(status, reason, timeout.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            socket.Abort();
        }
    }
}
