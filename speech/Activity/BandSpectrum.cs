using VoiceMed.Speech.Audio;

namespace VoiceMed.Speech.Activity;

/// <summary>
/// The power of 20 ms frames in bands of equal width on the mel scale, where voices differ from hum, hiss and beeps.
/// Allocates nothing per frame. Not thread-safe.
/// </summary>
internal sealed class BandSpectrum
{
    /// <summary>Samples a frame: 20 ms at 16 kHz.</summary>
    internal const int FrameLength = 320;

    /// <summary>The number of bands.</summary>
    internal const int Bands = 12;

    private const int TransformLength = 512;
    private const double LowestHz = 120;
    private const double HighestHz = 6_800;

    private readonly FourierTransform transform = new(TransformLength);
    private readonly float[] window = new float[FrameLength];
    private readonly float[] scaled = new float[FrameLength];
    private readonly float[] power = new float[TransformLength / 2];
    private readonly int[] edges = new int[Bands + 1];
    private readonly float scale;

    internal BandSpectrum()
    {
        var energy = 0f;
        for (var i = 0; i < FrameLength; i++)
        {
            window[i] = 0.5f - (0.5f * MathF.Cos(2 * MathF.PI * (i + 0.5f) / FrameLength));
            energy += window[i] * window[i];
        }

        // The bands of white noise then sum to its mean square.
        scale = 2 / (energy * TransformLength);
        for (var band = 0; band <= Bands; band++)
        {
            var mel = Mel(LowestHz) + ((Mel(HighestHz) - Mel(LowestHz)) * band / Bands);
            edges[band] = (int)Math.Round(Hertz(mel) * TransformLength / AudioClip.StandardSampleRate);
        }
    }

    /// <summary>Writes the mean square of each band, full scale being 1.</summary>
    /// <param name="frame"><see cref="FrameLength"/> samples.</param>
    /// <param name="bands">Room for <see cref="Bands"/> numbers.</param>
    internal void Compute(ReadOnlySpan<short> frame, Span<float> bands)
    {
        if (frame.Length != FrameLength)
        {
            throw new ArgumentException($"A frame has {FrameLength} samples, not {frame.Length}.", nameof(frame));
        }

        Pcm.ToSingle(frame, scaled);
        for (var i = 0; i < scaled.Length; i++)
        {
            scaled[i] *= window[i];
        }

        transform.Power(scaled, power);
        for (var band = 0; band < Bands; band++)
        {
            var sum = 0f;
            for (var bin = edges[band]; bin < edges[band + 1]; bin++)
            {
                sum += power[bin];
            }

            bands[band] = sum * scale;
        }
    }

    private static double Mel(double hertz) => 1_127 * Math.Log(1 + (hertz / 700));

    private static double Hertz(double mel) => 700 * (Math.Exp(mel / 1_127) - 1);
}
