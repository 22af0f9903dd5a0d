using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Speech.Echo;

/// <summary>
/// Tells our own voice from the user's while we speak. It knows what is being played, finds by correlation how much later and
/// how loud the microphone hears it, and predicts the echo's power in each band; only what stands above that is somebody
/// else. It does not remove the echo from the sound. <see cref="Play"/> and <see cref="Stop"/> may be called from any thread.
/// </summary>
/// <remarks>
/// Give it to an <see cref="UtteranceSegmenter"/>, which feeds it the microphone. Before the delay is found (about half a second
/// of playing) any echo at any delay is assumed as loud as what is played, so that only a louder voice interrupts. Where none is
/// found after the longest delay, because the browser took it out or a headset plays, it is taken to be no louder than the
/// loudest that was heard.
/// The envelope correlation is that of acoustic echo cancellers' delay estimation, here on band powers of 20 ms frames.
/// </remarks>
public sealed class EchoGuard
{
    // Predicted echo is taken this much louder (4 dB): rooms and loudspeakers scatter around the mean.
    private const float Margin = 2.5f;

    // An echo dies away by at least 2 dB a frame, that is 60 dB in 0.6 s.
    private const float Decay = 0.63f;

    private const float GainRate = 0.1f;

    // While no echo is found: how fast its bound falls to what the microphone hears at most, and how long that is remembered (1 s).
    private const float BoundRate = 0.1f;
    private const float LoudestDecay = 0.98f;
    private const float MinGain = 1e-4f;
    private const float MaxGain = 4f;

    private readonly Lock gate = new();
    private readonly Queue<short[]> queue = new();
    private readonly BandSpectrum spectrum = new();
    private readonly EchoDelay delay = new();
    private readonly float[] reference = new float[BandSpectrum.Bands];
    private readonly float[] gains = new float[BandSpectrum.Bands];
    private readonly float[] echo = new float[BandSpectrum.Bands];
    private readonly float[] loudest = new float[BandSpectrum.Bands];
    private readonly float[] aligned = new float[BandSpectrum.Bands];
    private readonly short[] frame = new short[BandSpectrum.FrameLength];
    private int consumed;
    private int playedFor;
    private int sinceSilent = EchoDelay.MaxFrames;

    /// <summary>Assumes nothing about the room yet.</summary>
    public EchoGuard() => Array.Fill(gains, 1f);

    /// <summary>Whether our own voice may be heard now: something is being played, or ended less than the longest delay ago.</summary>
    public bool IsActive { get; private set; }

    /// <summary>How much later than it was given the microphone hears what is played; <see langword="null"/> until it is known.</summary>
    public TimeSpan? Delay => delay.Frames is { } frames ? UtteranceSegmenter.FrameDuration * frames : null;

    /// <summary>Announces sound that starts to play now, or after what was announced before.</summary>
    /// <param name="clip">At any sample rate.</param>
    public void Play(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var samples = clip.Resample(AudioClip.StandardSampleRate).Samples;
        lock (gate)
        {
            queue.Enqueue(samples);
        }
    }

    /// <summary>Playing was stopped; what has sounded already may still be heard.</summary>
    public void Stop()
    {
        lock (gate)
        {
            queue.Clear();
            consumed = 0;
        }
    }

    /// <summary>Takes one frame of the microphone and predicts the echo in it.</summary>
    /// <param name="microphone">Its band powers.</param>
    /// <param name="background">The background's band powers.</param>
    /// <returns>The echo's band powers, with the margin; valid until the next call.</returns>
    internal ReadOnlySpan<float> Predict(ReadOnlySpan<float> microphone, ReadOnlySpan<float> background)
    {
        var playing = NextFrame();
        sinceSilent = playing ? 0 : Math.Min(sinceSilent + 1, EchoDelay.MaxFrames);
        IsActive = sinceSilent < EchoDelay.MaxFrames;
        playedFor = IsActive ? playedFor + 1 : 0;
        spectrum.Compute(frame, reference);
        delay.Observe(reference, microphone, background);
        delay.Align(aligned);
        for (var band = 0; band < echo.Length; band++)
        {
            echo[band] = Math.Max(aligned[band] * gains[band] * Margin, echo[band] * Decay);
        }

        return echo;
    }

    /// <summary>Learns how loud the echo is from a frame in which nobody else speaks.</summary>
    internal void Learn(ReadOnlySpan<float> microphone, ReadOnlySpan<float> background)
    {
        if (delay.Frames is null)
        {
            Bound(microphone);
            return;
        }

        for (var band = 0; band < gains.Length; band++)
        {
            // Only where the echo would be heard at all.
            if (aligned[band] * gains[band] > background[band])
            {
                var ratio = Math.Clamp(microphone[band] / aligned[band], MinGain, MaxGain);
                gains[band] *= MathF.Pow(ratio / gains[band], GainRate);
            }
        }
    }

    private void Bound(ReadOnlySpan<float> microphone)
    {
        for (var band = 0; band < gains.Length; band++)
        {
            loudest[band] = Math.Max(microphone[band], loudest[band] * LoudestDecay);
            if (playedFor > EchoDelay.MaxFrames && aligned[band] > 0 && loudest[band] < aligned[band] * gains[band])
            {
                var ratio = Math.Max(loudest[band] / aligned[band], MinGain);
                gains[band] *= MathF.Pow(ratio / gains[band], BoundRate);
            }
        }
    }

    private bool NextFrame()
    {
        lock (gate)
        {
            var filled = 0;
            while (filled < frame.Length && queue.TryPeek(out var clip))
            {
                var count = Math.Min(frame.Length - filled, clip.Length - consumed);
                clip.AsSpan(consumed, count).CopyTo(frame.AsSpan(filled));
                filled += count;
                consumed += count;
                if (consumed == clip.Length)
                {
                    queue.Dequeue();
                    consumed = 0;
                }
            }

            Array.Clear(frame, filled, frame.Length - filled);
            return filled > 0;
        }
    }
}
