namespace VoiceMed.Speech.Activity;

/// <summary>
/// Tells how far sound stands above its background: the excess in dB over the noise floor, limited per band so that one
/// beep does not pass for a voice, averaged over the bands. A decibel form of the likelihood ratio test of J. Sohn, N. S.
/// Kim and W. Sung, "A Statistical Model-Based Voice Activity Detection" (IEEE Signal Process. Lett. 6, 1999).
/// </summary>
internal static class VoiceActivity
{
    /// <summary>How many frames are averaged before they are judged, against the scatter of mere noise: 80 ms.</summary>
    internal const int SmoothingFrames = 4;

    private const float LimitDb = 15f;

    /// <summary>The mean excess of <paramref name="bands"/> over <paramref name="background"/>, in dB, 0 to 15.</summary>
    internal static double Excess(ReadOnlySpan<float> bands, ReadOnlySpan<float> background)
    {
        var sum = 0f;
        for (var band = 0; band < bands.Length; band++)
        {
            sum += Math.Clamp(10 * MathF.Log10((bands[band] + 1e-12f) / background[band]), 0, LimitDb);
        }

        return sum / bands.Length;
    }
}
