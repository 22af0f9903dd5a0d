using VoiceMed.Speech.Activity;

namespace VoiceMed.Speech.Echo;

/// <summary>
/// Finds how many frames after it was played the microphone hears the reference: the delay at which the envelopes of their
/// bands correlate best over the last seconds.
/// </summary>
internal sealed class EchoDelay
{
    /// <summary>The longest delay that is searched: 1.5 s covers a network, a browser and a loudspeaker.</summary>
    internal const int MaxFrames = 75;

    // While no delay is known an echo is expected within 400 ms only: a quick answer after our last word must not be taken for it.
    private const int LikelyFrames = 20;

    // The sums forget with a time constant of 2 s.
    private const float Memory = 0.99f;

    // Frames with sound on both sides that must have been heard, and the correlation they must show, before a delay is believed.
    private const int MinFrames = 25;
    private const float MinCorrelation = 0.55f;

    private readonly float[] levels = new float[MaxFrames * BandSpectrum.Bands];
    private readonly float[] powers = new float[MaxFrames * BandSpectrum.Bands];
    private readonly float[] products = new float[MaxFrames];
    private readonly float[] referenceSquares = new float[MaxFrames];
    private readonly float[] microphoneLevels = new float[BandSpectrum.Bands];
    private readonly float[] microphoneMeans = new float[BandSpectrum.Bands];
    private readonly float[] referenceMeans = new float[BandSpectrum.Bands];
    private float microphoneSquares;
    private int newest;
    private int active;
    private int sincePlayed = MaxFrames;

    /// <summary>The delay in frames; <see langword="null"/> until it is known.</summary>
    internal int? Frames { get; private set; }

    /// <summary>Takes one frame of both sides.</summary>
    internal void Observe(ReadOnlySpan<float> reference, ReadOnlySpan<float> microphone, ReadOnlySpan<float> background)
    {
        newest = (newest + 1) % MaxFrames;
        var slot = newest * BandSpectrum.Bands;
        reference.CopyTo(powers.AsSpan(slot));
        var (plays, hears) = (false, false);
        for (var band = 0; band < reference.Length; band++)
        {
            levels[slot + band] = Deviation(reference[band], 1e-7f, ref referenceMeans[band]);
            microphoneLevels[band] = Deviation(microphone[band], background[band], ref microphoneMeans[band]);
            plays |= reference[band] > 1e-6f;
            hears |= microphone[band] > 10 * background[band];
        }

        sincePlayed = plays ? 0 : sincePlayed + 1;
        active += hears && sincePlayed < MaxFrames ? 1 : 0;
        Correlate();
        if (active >= MinFrames)
        {
            Choose();
        }
    }

    /// <summary>Writes the band powers of the reference as they should arrive now: of the frames around the delay, or the loudest of the last 400 ms while it is unknown.</summary>
    internal void Align(Span<float> aligned)
    {
        aligned.Clear();
        var (first, last) = Frames is { } frames ? (Math.Max(frames - 1, 0), Math.Min(frames + 1, MaxFrames - 1)) : (0, LikelyFrames - 1);
        for (var back = first; back <= last; back++)
        {
            var slot = Slot(back);
            for (var band = 0; band < aligned.Length; band++)
            {
                aligned[band] = Math.Max(aligned[band], powers[slot + band]);
            }
        }
    }

    private static float Deviation(float power, float floor, ref float mean)
    {
        var level = MathF.Log(power + floor);
        mean += 0.02f * (level - mean);
        return level - mean;
    }

    private void Correlate()
    {
        microphoneSquares *= Memory;
        foreach (var level in microphoneLevels)
        {
            microphoneSquares += level * level;
        }

        for (var back = 0; back < MaxFrames; back++)
        {
            var slot = Slot(back);
            var product = 0f;
            var square = 0f;
            for (var band = 0; band < BandSpectrum.Bands; band++)
            {
                product += levels[slot + band] * microphoneLevels[band];
                square += levels[slot + band] * levels[slot + band];
            }

            products[back] = (products[back] * Memory) + product;
            referenceSquares[back] = (referenceSquares[back] * Memory) + square;
        }
    }

    private void Choose()
    {
        var best = 0;
        var highest = 0f;
        for (var back = 0; back < MaxFrames; back++)
        {
            var correlation = products[back] / MathF.Sqrt((referenceSquares[back] * microphoneSquares) + 1e-6f);
            if (correlation > highest)
            {
                (best, highest) = (back, correlation);
            }
        }

        if (highest >= MinCorrelation)
        {
            Frames = best;
        }
    }

    private int Slot(int back) => (newest - back + MaxFrames) % MaxFrames * BandSpectrum.Bands;
}
