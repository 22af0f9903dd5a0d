namespace VoiceMed.Speech.Audio;

/// <summary>Conversions between 16-bit samples and numbers of full scale ±1.</summary>
internal static class Pcm
{
    private const float FullScale = 32_768f;

    /// <summary>Rounds to the nearest 16-bit sample, clipping what is out of range.</summary>
    internal static void ToInt16(ReadOnlySpan<float> samples, Span<short> target)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            target[i] = (short)Math.Clamp(MathF.Round(samples[i] * FullScale), short.MinValue, short.MaxValue);
        }
    }

    /// <summary>Scales 16-bit samples to ±1.</summary>
    internal static void ToSingle(ReadOnlySpan<short> samples, Span<float> target)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            target[i] = samples[i] / FullScale;
        }
    }
}
