using VoiceMed.Speech.Echo;

namespace VoiceMed.Speech.Activity;

/// <summary>
/// Cuts an endless stream into utterances by adaptive voice activity. Allocates nothing per frame, only the utterance when
/// one ends. Runs for days: positions are exact. Not thread-safe, but for <see cref="EndpointSilence"/>.
/// </summary>
/// <example>
/// <code>
/// switch (segmenter.Accept(frame))
/// {
///     case SegmenterEvent.SpeechStarted: recognizer.Reset(); recognizer.Accept(segmenter.Pending); break;
///     case SegmenterEvent.None when segmenter.IsSpeaking: recognizer.Accept(frame); break;
///     case SegmenterEvent.UtteranceEnded: Answer(recognizer.Finish(), segmenter.Utterance!); break;
/// }
/// </code>
/// </example>
public sealed class UtteranceSegmenter
{
    /// <summary>Samples a frame: 20 ms at 16 kHz.</summary>
    public const int FrameLength = BandSpectrum.FrameLength;

    /// <summary>The length of a frame.</summary>
    public static readonly TimeSpan FrameDuration = TimeSpan.FromMilliseconds(20);

    // So many of the last frames must be active for speech to begin: a click is shorter.
    private const int OnsetFrames = 5;
    private const int OnsetActive = 3;

    // Within speech, less excess keeps it going: word ends and weak consonants.
    private const double KeepRatio = 0.65;

    // A voice stays within this range below its loudest sounds; what is fainter is somebody else's, further off.
    private const double RangeDb = 17;

    // The loudest sound is forgotten at 5 dB a second.
    private const double PeakFallDb = 0.1;

    private readonly UtteranceSegmenterOptions options;
    private readonly EchoGuard? echo;
    private readonly BandSpectrum spectrum = new();
    private readonly NoiseFloor noise = new();
    private readonly float[] bands = new float[BandSpectrum.Bands];
    private readonly float[] recent = new float[VoiceActivity.SmoothingFrames * BandSpectrum.Bands];
    private readonly float[] smoothed = new float[BandSpectrum.Bands];
    private readonly float[] background = new float[BandSpectrum.Bands];
    private readonly short[] samples;
    private readonly float[] spectra;
    private readonly int preRollFrames;
    private readonly int maxFrames;
    private int frames;
    private int lastActive;
    private double peakDb;
    private uint recentlyActive;
    private long position;
    private long endpointTicks;

    /// <summary>Starts at a stream's first frame.</summary>
    /// <param name="options">How to cut; the defaults suit a bedside.</param>
    /// <param name="echo">Knows what we say ourselves, which then counts as background; <see langword="null"/> when we are mute.</param>
    public UtteranceSegmenter(UtteranceSegmenterOptions? options = null, EchoGuard? echo = null)
    {
        this.echo = echo;
        this.options = options ?? new UtteranceSegmenterOptions();
        preRollFrames = Frames(this.options.PreRoll) + OnsetFrames;
        maxFrames = Math.Max(Frames(this.options.MaxUtterance), preRollFrames + 1);
        samples = new short[maxFrames * FrameLength];
        spectra = new float[maxFrames * BandSpectrum.Bands];
        EndpointSilence = this.options.EndpointSilence;
    }

    /// <summary>
    /// How much silence ends an utterance. May be set at any time and from any thread: shorter when what was heard already
    /// is a complete command, longer when a piece is missing. 40 ms to 5 s; values outside are taken as the nearer limit.
    /// </summary>
    public TimeSpan EndpointSilence
    {
        get => new(Interlocked.Read(ref endpointTicks));
        set => Interlocked.Exchange(ref endpointTicks, Math.Clamp(value.Ticks, 2 * FrameDuration.Ticks, 5 * TimeSpan.TicksPerSecond));
    }

    /// <summary>Whether an utterance is in progress.</summary>
    public bool IsSpeaking { get; private set; }

    /// <summary>The utterance that ended last; <see langword="null"/> before the first.</summary>
    public Utterance? Utterance { get; private set; }

    /// <summary>The utterance in progress from its pre-roll on; between utterances what would become pre-roll. Valid until the next frame.</summary>
    public ReadOnlySpan<short> Pending => samples.AsSpan(0, frames * FrameLength);

    /// <summary>How long the speaker has been silent; zero while no utterance is in progress.</summary>
    public TimeSpan Silence => IsSpeaking ? FrameDuration * (frames - lastActive - 1) : TimeSpan.Zero;

    /// <summary>How much of the stream was fed.</summary>
    public TimeSpan Position => FrameDuration * position;

    /// <summary>The level of the last 80 ms in the bands of voices, dB of full scale.</summary>
    public double LevelDb { get; private set; } = double.NegativeInfinity;

    /// <summary>The level of the background in the bands of voices, dB of full scale.</summary>
    public double NoiseFloorDb => noise.LevelDb;

    /// <summary>Feeds the next frame.</summary>
    /// <param name="frame">Exactly <see cref="FrameLength"/> samples, 16 kHz mono.</param>
    /// <returns>What it did.</returns>
    /// <exception cref="ArgumentException">The frame has another length.</exception>
    public SegmenterEvent Accept(ReadOnlySpan<short> frame)
    {
        spectrum.Compute(frame, bands);
        Smooth();
        LevelDb = 10 * Math.Log10(System.Numerics.Tensors.TensorPrimitives.Sum<float>(smoothed) + 1e-12);
        var excess = VoiceActivity.Excess(smoothed, Background());
        Keep(frame);
        position++;
        return IsSpeaking ? Continue(excess) : Wait(excess);
    }

    /// <summary>Ends the stream: an utterance in progress ends with it. The segmenter is ready for another stream then.</summary>
    public SegmenterEvent Flush() => IsSpeaking ? End(UtteranceEnd.EndOfStream) : SegmenterEvent.None;

    private SegmenterEvent Wait(double excess)
    {
        var active = excess >= options.Threshold;
        recentlyActive = (recentlyActive << 1) | (active ? 1u : 0u);
        Learn(active);
        if (System.Numerics.BitOperations.PopCount(recentlyActive & ((1u << OnsetFrames) - 1)) < OnsetActive)
        {
            return SegmenterEvent.None;
        }

        IsSpeaking = true;
        lastActive = frames - 1;
        peakDb = LevelDb;
        return SegmenterEvent.SpeechStarted;
    }

    private SegmenterEvent Continue(double excess)
    {
        peakDb = Math.Max(peakDb - PeakFallDb, LevelDb);
        var active = excess >= options.Threshold * KeepRatio && LevelDb >= peakDb - RangeDb;
        Learn(active);
        if (active)
        {
            lastActive = frames - 1;
        }

        return Silence >= EndpointSilence ? End(UtteranceEnd.Silence)
            : frames == maxFrames ? End(UtteranceEnd.MaxLength)
            : SegmenterEvent.None;
    }

    private SegmenterEvent End(UtteranceEnd ending)
    {
        var taken = ending == UtteranceEnd.MaxLength ? frames : Math.Min(frames, lastActive + 1 + Frames(options.HangOver));
        var (speech, snr) = Review(taken);
        var first = position - frames;
        IsSpeaking = false;
        recentlyActive = 0;
        if (FrameDuration * speech >= options.MinSpeech)
        {
            Utterance = new Utterance(
                samples.AsSpan(0, taken * FrameLength).ToArray(),
                FrameDuration * first,
                FrameDuration * (first + taken),
                FrameDuration * speech,
                FrameDuration * (first + lastActive + 1),
                snr,
                ending);
        }

        if (ending == UtteranceEnd.MaxLength)
        {
            // Not a frame may be lost or heard twice where speech goes on.
            frames = 0;
            IsSpeaking = true;
            lastActive = -1;
        }

        return FrameDuration * speech >= options.MinSpeech ? SegmenterEvent.UtteranceEnded : SegmenterEvent.SpeechDiscarded;
    }

    // The floor knows more at the end than at the start: the frames are judged again by it.
    private (int Speech, double SignalToNoiseDb) Review(int count)
    {
        var speech = 0;
        var power = 0.0;
        for (var i = 0; i < count; i++)
        {
            var frame = spectra.AsSpan(i * BandSpectrum.Bands, BandSpectrum.Bands);
            if (VoiceActivity.Excess(frame, noise.Power) >= options.Threshold)
            {
                speech++;
                power += System.Numerics.Tensors.TensorPrimitives.Sum<float>(frame);
            }
        }

        return (speech, speech == 0 ? 0 : (10 * Math.Log10(power / speech)) - noise.LevelDb);
    }

    // Our own voice is background like any other, only louder and known beforehand.
    private ReadOnlySpan<float> Background()
    {
        if (echo is null)
        {
            return noise.Power;
        }

        System.Numerics.Tensors.TensorPrimitives.Add(noise.Power, echo.Predict(bands, noise.Power), background);
        return background;
    }

    private void Learn(bool active)
    {
        noise.Update(smoothed, idle: !active && echo is not { IsActive: true });
        if (!active)
        {
            echo?.Learn(bands, noise.Power);
        }
    }

    // A plain mean of the last frames: a decaying one would hear a loud word for half a second after its end.
    private void Smooth()
    {
        var slot = (int)(position % VoiceActivity.SmoothingFrames) * BandSpectrum.Bands;
        bands.CopyTo(recent, slot);
        for (var band = 0; band < bands.Length; band++)
        {
            var sum = 0f;
            for (var i = band; i < recent.Length; i += BandSpectrum.Bands)
            {
                sum += recent[i];
            }

            smoothed[band] = sum / VoiceActivity.SmoothingFrames;
        }
    }

    private void Keep(ReadOnlySpan<short> frame)
    {
        var limit = IsSpeaking ? maxFrames : preRollFrames;
        if (frames >= limit)
        {
            var surplus = frames - limit + 1;
            samples.AsSpan(surplus * FrameLength, (frames - surplus) * FrameLength).CopyTo(samples);
            spectra.AsSpan(surplus * BandSpectrum.Bands, (frames - surplus) * BandSpectrum.Bands).CopyTo(spectra);
            frames -= surplus;
        }

        frame.CopyTo(samples.AsSpan(frames * FrameLength));
        Weigh(spectra.AsSpan(frames * BandSpectrum.Bands, BandSpectrum.Bands));
        frames++;
    }

    // Kept so that a frame stands as far above the noise floor as it stood above the whole background.
    private void Weigh(Span<float> kept)
    {
        smoothed.CopyTo(kept);
        for (var band = 0; echo is not null && band < kept.Length; band++)
        {
            kept[band] *= noise.Power[band] / background[band];
        }
    }

    private static int Frames(TimeSpan duration) => (int)Math.Ceiling(duration / FrameDuration);
}
