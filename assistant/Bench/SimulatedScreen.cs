using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text.Json;
using VoiceMed.Assistant.Screen.Transport;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.Bench;

/// <summary>A screen over a real WebSocket: sends recordings in real time, as a microphone would, and times what comes back.</summary>
internal sealed class SimulatedScreen(string token, TimeProvider time) : IAsyncDisposable
{
    private const int FrameSamples = 640;
    private const int SoundingAmplitude = 500;
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SoundLimit = TimeSpan.FromSeconds(1);
    private static readonly HashSet<string> Outputs = ["card", "refused", "notUnderstood", "challenge", "question", "say", "blank", "error"];

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly TaskCompletionSource _welcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _receiving = Task.CompletedTask;
    private TaskCompletionSource<(string Intent, string Outcome)>? _turn;
    private long _firstOutput;
    private long _speechEnded = long.MaxValue;
    private long _said;
    private long _sounded;
    private uint _sequence;

    public async Task OpenAsync(Uri address, CancellationToken cancellation)
    {
        _socket.Options.AddSubProtocol("voicemed.v1");
        await _socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
        await SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { protocol = 1, token }), WebSocketMessageType.Text, cancellation).ConfigureAwait(false);
        _receiving = ReceiveAsync();
        await _welcome.Task.WaitAsync(cancellation).ConfigureAwait(false); // a screen sends sound only then
    }

    /// <summary>Speaks one recording, then stays silent until the turn is over.</summary>
    /// <returns>The intent, the outcome, the milliseconds to the first output and those from the reply's text to its sound; null when nothing came of it.</returns>
    public async Task<(string Intent, string Outcome, double Milliseconds, double? SoundMilliseconds)?> SpeakAsync(AudioClip clip, CancellationToken cancellation)
    {
        var turn = new TaskCompletionSource<(string, string)>(TaskCreationOptions.RunContinuationsAsynchronously);
        _firstOutput = 0;
        _said = 0;
        _sounded = 0;
        _speechEnded = long.MaxValue;
        _turn = turn;
        var lastSounding = Array.FindLastIndex(clip.Samples, sample => Math.Abs((int)sample) > SoundingAmplitude);
        using var timer = new PeriodicTimer(Frame, time);
        var limit = time.GetTimestamp();
        for (var at = 0; !turn.Task.IsCompleted && (at < clip.Samples.Length || time.GetElapsedTime(limit) < TurnLimit + clip.Duration); at += FrameSamples)
        {
            await SendFrameAsync(clip.Samples, at, cancellation).ConfigureAwait(false);
            if (at <= lastSounding && lastSounding < at + FrameSamples)
            {
                Volatile.Write(ref _speechEnded, time.GetTimestamp());
            }

            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }

        if (!turn.Task.IsCompletedSuccessfully)
        {
            return null;
        }

        // The turn is reported before its reply is spoken.
        var over = time.GetTimestamp();
        while (Volatile.Read(ref _sounded) == 0 && time.GetElapsedTime(over) < SoundLimit)
        {
            await SendFrameAsync([], 0, cancellation).ConfigureAwait(false);
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }

        double? sound = _said != 0 && _sounded != 0 ? time.GetElapsedTime(_said, _sounded).TotalMilliseconds : null;
        var (intent, outcome) = await turn.Task.ConfigureAwait(false);
        var elapsed = time.GetElapsedTime(Volatile.Read(ref _speechEnded), Volatile.Read(ref _firstOutput)).TotalMilliseconds;
        await SendAsync("""{"command":"stopSpeaking"}"""u8.ToArray(), WebSocketMessageType.Text, cancellation).ConfigureAwait(false);
        return (intent, outcome, elapsed, sound);
    }

    /// <summary>Sends silence in real time.</summary>
    public async Task RestAsync(TimeSpan duration, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Frame, time);
        for (var sent = TimeSpan.Zero; sent < duration; sent += Frame)
        {
            await SendFrameAsync([], 0, cancellation).ConfigureAwait(false);
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _stop.Dispose();
        _sending.Dispose();
    }

    private Task SendFrameAsync(short[] samples, int at, CancellationToken cancellation)
    {
        var frame = new byte[ScreenMessageReader.AudioHeaderBytes + (FrameSamples * sizeof(short))];
        frame[0] = ScreenMessageReader.AudioKind;
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(1), _sequence++);
        for (var i = 0; i < FrameSamples && at + i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(frame.AsSpan(ScreenMessageReader.AudioHeaderBytes + (i * sizeof(short))), samples[at + i]);
        }

        return SendAsync(frame, WebSocketMessageType.Binary, cancellation);
    }

    private async Task SendAsync(byte[] message, WebSocketMessageType type, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await _socket.SendAsync(message, type, endOfMessage: true, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[1024 * 1024];
        while (_socket.State == WebSocketState.Open)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(Math.Min(length, buffer.Length - 1)), _stop.Token).ConfigureAwait(false);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            if (part.MessageType == WebSocketMessageType.Text)
            {
                Take(buffer.AsMemory(0, length));
            }
            else if (part.MessageType == WebSocketMessageType.Binary)
            {
                Interlocked.CompareExchange(ref _sounded, time.GetTimestamp(), 0);
            }
        }
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        using var json = JsonDocument.Parse(message);
        var name = json.RootElement.GetProperty("event").GetString()!;
        var now = time.GetTimestamp();
        if (name == "welcome")
        {
            _welcome.TrySetResult();
        }

        if (Outputs.Contains(name) && now >= Volatile.Read(ref _speechEnded))
        {
            Interlocked.CompareExchange(ref _firstOutput, now, 0);
        }

        if (name == "say")
        {
            Interlocked.CompareExchange(ref _said, now, 0);
        }

        if (name == "turn" && Volatile.Read(ref _firstOutput) != 0)
        {
            _turn?.TrySetResult((json.RootElement.GetProperty("intent").GetString()!, json.RootElement.GetProperty("outcome").GetString()!));
        }
    }
}
