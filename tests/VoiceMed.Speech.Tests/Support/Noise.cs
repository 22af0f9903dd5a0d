namespace VoiceMed.Speech.Tests.Support;

/// <summary>Backgrounds to mix speech with, the same at every run.</summary>
internal static class Noise
{
    /// <summary>White noise with a root mean square of 1.</summary>
    public static double[] White(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2)];
    }

    /// <summary>Noise that falls by about 3 dB an octave, as rooms and fans do, with a root mean square of 1.</summary>
    public static double[] Pink(int length, int seed)
    {
        var white = White(length, seed);
        var (low, middle, high) = (0.0, 0.0, 0.0);
        for (var i = 0; i < length; i++)
        {
            low = (0.99765 * low) + (white[i] * 0.0990460);
            middle = (0.96300 * middle) + (white[i] * 0.2965164);
            high = (0.57000 * high) + (white[i] * 1.0526913);
            white[i] = low + middle + high + (white[i] * 0.1848);
        }

        var level = Math.Sqrt(white.Average(static value => value * value));
        return [.. white.Select(value => value / level)];
    }

    /// <summary>Adds noise so that the loud parts of <paramref name="speech"/> stand <paramref name="decibels"/> above it.</summary>
    public static short[] Mix(ReadOnlySpan<short> speech, double[] noise, double decibels)
    {
        var gain = SpeechLevel(speech) / Math.Pow(10, decibels / 20);
        var mixed = new short[speech.Length];
        for (var i = 0; i < mixed.Length; i++)
        {
            mixed[i] = (short)Math.Clamp((speech[i] + (gain * noise[i])) * 0.7, short.MinValue, short.MaxValue);
        }

        return mixed;
    }

    /// <summary>The root mean square of the samples above a tenth of the peak.</summary>
    public static double SpeechLevel(ReadOnlySpan<short> speech)
    {
        var peak = 0;
        foreach (var sample in speech)
        {
            peak = Math.Max(peak, Math.Abs((int)sample));
        }

        var (sum, count) = (0.0, 0);
        foreach (var sample in speech)
        {
            if (Math.Abs((int)sample) * 10 > peak)
            {
                sum += (double)sample * sample;
                count++;
            }
        }

        return Math.Sqrt(sum / Math.Max(1, count));
    }
}
