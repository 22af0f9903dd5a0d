namespace VoiceMed.Auth.Augmentation;

/// <summary>
/// A second-order recursive filter; coefficients after R. Bristow-Johnson's audio equaliser cookbook. Immutable and thread-safe: the
/// state lives in the call.
/// </summary>
public sealed class BiquadFilter
{
    private readonly double _b0;
    private readonly double _b1;
    private readonly double _b2;
    private readonly double _a1;
    private readonly double _a2;

    private BiquadFilter(double b0, double b1, double b2, double a0, double a1, double a2) =>
        (_b0, _b1, _b2, _a1, _a2) = (b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);

    /// <summary>Raises or lowers a band.</summary>
    /// <param name="hertz">Centre of the band.</param>
    /// <param name="decibels">Gain at the centre.</param>
    /// <param name="q">Centre over bandwidth.</param>
    public static BiquadFilter Peak(double hertz, double decibels, double q)
    {
        var (cosine, alpha) = Angle(hertz, q);
        var gain = Math.Pow(10, decibels / 40);
        return new BiquadFilter(1 + alpha * gain, -2 * cosine, 1 - alpha * gain, 1 + alpha / gain, -2 * cosine, 1 - alpha / gain);
    }

    /// <summary>Lets through what lies above <paramref name="hertz"/> (12 dB an octave).</summary>
    public static BiquadFilter HighPass(double hertz)
    {
        var (cosine, alpha) = Angle(hertz, Math.Sqrt(0.5));
        return new BiquadFilter((1 + cosine) / 2, -(1 + cosine), (1 + cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha);
    }

    /// <summary>Lets through what lies below <paramref name="hertz"/> (12 dB an octave).</summary>
    public static BiquadFilter LowPass(double hertz)
    {
        var (cosine, alpha) = Angle(hertz, Math.Sqrt(0.5));
        return new BiquadFilter((1 - cosine) / 2, 1 - cosine, (1 - cosine) / 2, 1 + alpha, -2 * cosine, 1 - alpha);
    }

    /// <summary>Filters in place, starting from silence.</summary>
    public void Apply(Span<double> signal)
    {
        double x1 = 0, x2 = 0, y1 = 0, y2 = 0;
        for (var i = 0; i < signal.Length; i++)
        {
            var x = signal[i];
            var y = _b0 * x + _b1 * x1 + _b2 * x2 - _a1 * y1 - _a2 * y2;
            (x2, x1, y2, y1) = (x1, x, y1, y);
            signal[i] = y;
        }
    }

    private static (double Cosine, double Alpha) Angle(double hertz, double q)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * hertz / Features.FrameGrid.SampleRate);
        return (cosine, sine / (2 * q));
    }
}
