using System.Runtime.InteropServices;
using VoiceMed.Assistant.Bedside;
using VoiceMed.Assistant.Pipeline.Reports;
using VoiceMed.Assistant.Screen.Commands;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.Demo;

/// <summary>
/// Plays recordings into a bedside session in real time, as its microphone would, and stands in for its screen: it takes every
/// event and tells the session when an answer's sound would have ended.
/// </summary>
public sealed class DemoPlayer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly BedsideSession _session;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _screen;
    private readonly byte[] _silence = new byte[UtteranceSegmenter.FrameLength * sizeof(short)];
    private volatile TurnReport? _report;
    private int _sentences;

    /// <summary>Connects to a session; the session stays the caller's.</summary>
    public DemoPlayer(BedsideSession session, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(session);
        (_session, _time) = (session, time);
        _session.Reported = report => _report = report;
        _screen = WatchAsync(_stop.Token);
    }

    /// <summary>How many sentences have been synthesised.</summary>
    public int Sentences => Volatile.Read(ref _sentences);

    /// <summary>Plays one recording and waits for what comes of it.</summary>
    /// <param name="clip">16 kHz mono.</param>
    /// <param name="pause">The silence before the recording.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The turn; null when none came of it within 8 s after the recording.</returns>
    public async Task<TurnReport?> PlayAsync(AudioClip clip, TimeSpan pause, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(clip);
        _report = null;
        using var timer = new PeriodicTimer(UtteranceSegmenter.FrameDuration, _time);
        await SilenceAsync(timer, pause, cancellation).ConfigureAwait(false);
        var bytes = MemoryMarshal.AsBytes<short>(clip.Samples).ToArray();
        for (var at = 0; at < bytes.Length; at += _silence.Length)
        {
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
            await _session.AcceptAudioAsync(bytes.AsMemory(at, Math.Min(_silence.Length, bytes.Length - at)), cancellation).ConfigureAwait(false);
        }

        for (var waited = TimeSpan.Zero; _report is null && waited < Patience; waited += UtteranceSegmenter.FrameDuration)
        {
            await SilenceAsync(timer, UtteranceSegmenter.FrameDuration, cancellation).ConfigureAwait(false);
        }

        return _report;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        try
        {
            await _screen.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The end.
        }

        _stop.Dispose();
    }

    private async Task SilenceAsync(PeriodicTimer timer, TimeSpan length, CancellationToken cancellation)
    {
        for (var passed = TimeSpan.Zero; passed < length; passed += UtteranceSegmenter.FrameDuration)
        {
            await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false);
            await _session.AcceptAudioAsync(_silence, cancellation).ConfigureAwait(false);
        }
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        await foreach (var happening in _session.EventsAsync(cancellation).ConfigureAwait(false))
        {
            if (happening is SayAudioEvent { Wav.Length: > 0 } sound)
            {
                Interlocked.Increment(ref _sentences);
                await _session.AcceptCommandAsync(new PlaybackCommand(sound.Say, Playing: !sound.Last), cancellation).ConfigureAwait(false);
            }
        }
    }
}
