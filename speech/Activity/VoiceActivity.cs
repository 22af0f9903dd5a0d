namespace VoiceMed.Speech.Activity;

/// <summary>
/// Tells how far a frame stands above the background: the excess in dB over the noise floor, limited per band so that one
/// beep does not pass for a voice, averaged over the bands. A decibel form of the likelihood ratio test of J. Sohn, N. S.
/// Kim and W. Sung, "A Statistical Model-Based Voice Activity Detection" (IEEE Signal Process. Lett. 6, 1999).
/// </summary>
internal static class VoiceActivity
{
    private const float LimitDb = 18f;

    // Band powers of mere noise scatter by this much; only what lies beyond counts.
    private const float ScatterDb = 1.5f;

    /// <summary>The mean excess of <paramref name="bands"/> over <paramref name="background"/>, in dB, 0 or more.</summary>
    internal static double Excess(ReadOnlySpan<float> bands, ReadOnlySpan<float> background)
    {
        var sum = 0f;
        for (var band = 0; band < bands.Length; band++)
        {
            var excess = (10 * MathF.Log10((bands[band] + 1e-12f) / background[band])) - ScatterDb;
            sum += Math.Clamp(excess, 0, LimitDb);
        }

        return sum / bands.Length;
    }
}
