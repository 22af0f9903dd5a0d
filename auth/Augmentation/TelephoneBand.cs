namespace VoiceMed.Auth.Augmentation;

/// <summary>
/// Makes sound as if it had been recorded at 8 kHz: a steep low-pass (windowed sinc, Hamming, 255 taps) leaves nothing above
/// 4 kHz. Thread-safe.
/// </summary>
public static class TelephoneBand
{
    private const double CutOffHz = 3850;
    private const int HalfLength = 127;
    private static readonly double[] Taps = Design();

    /// <summary>Returns a band-limited copy of the same length.</summary>
    public static double[] Apply(ReadOnlySpan<double> signal)
    {
        var padded = new double[signal.Length + 2 * HalfLength];
        signal.CopyTo(padded.AsSpan(HalfLength));
        var result = new double[signal.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = System.Numerics.Tensors.TensorPrimitives.Dot(Taps, padded.AsSpan(i, Taps.Length));
        }

        return result;
    }

    private static double[] Design()
    {
        var taps = new double[2 * HalfLength + 1];
        const double cycles = 2 * CutOffHz / Features.FrameGrid.SampleRate;
        for (var i = 0; i < taps.Length; i++)
        {
            var n = i - HalfLength;
            var sinc = n == 0 ? cycles : Math.Sin(Math.PI * cycles * n) / (Math.PI * n);
            taps[i] = sinc * (0.54 - 0.46 * Math.Cos(2 * Math.PI * i / (taps.Length - 1)));
        }

        return taps;
    }
}
