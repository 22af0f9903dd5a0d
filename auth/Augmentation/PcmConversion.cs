namespace VoiceMed.Auth.Augmentation;

/// <summary>Between 16-bit samples and the doubles filters work on. Thread-safe.</summary>
public static class PcmConversion
{
    /// <summary>Widens samples to doubles in the same units.</summary>
    public static double[] ToDoubles(ReadOnlySpan<short> samples)
    {
        var result = new double[samples.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = samples[i];
        }

        return result;
    }

    /// <summary>Rounds to 16 bits; the whole signal is made quieter first when its peak would clip.</summary>
    public static short[] ToSamples(ReadOnlySpan<double> signal)
    {
        var peak = 0.0;
        foreach (var value in signal)
        {
            peak = Math.Max(peak, Math.Abs(value));
        }

        var gain = peak > short.MaxValue ? short.MaxValue / peak : 1;
        var result = new short[signal.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = (short)Math.Round(signal[i] * gain);
        }

        return result;
    }
}
