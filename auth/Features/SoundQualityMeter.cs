namespace VoiceMed.Auth.Features;

/// <summary>Collects what <see cref="SoundQuality"/> reports, without allocating per frame. Not thread-safe.</summary>
internal sealed class SoundQualityMeter
{
    private const int FullScale = 32700;
    private const double FullScaleDecibels = 90.3; // 20 log10(32768)
    private const double InaudibleDecibels = 42;
    private const int BandWidth = 8; // bins of 31.25 Hz: 250 Hz
    private readonly double[] _spectrum = new double[FrameGrid.Bins];
    private long _samples;
    private long _clipped;

    public void Accept(ReadOnlySpan<short> samples)
    {
        _samples += samples.Length;
        foreach (var sample in samples)
        {
            _clipped += sample is > FullScale or < -FullScale ? 1 : 0;
        }
    }

    public void AcceptSpectrum(ReadOnlySpan<float> power)
    {
        for (var bin = 0; bin < power.Length; bin++)
        {
            _spectrum[bin] += power[bin];
        }
    }

    public SoundQuality Measure(ReadOnlySpan<float> energies, ReadOnlySpan<bool> voiced)
    {
        if (energies.IsEmpty)
        {
            return default;
        }

        var sorted = energies.ToArray();
        Array.Sort(sorted);
        var noise = 0.0;
        var quiet = Math.Max(sorted.Length / 10, 1);
        for (var i = 0; i < quiet; i++)
        {
            noise += Power(sorted[i]) / quiet;
        }

        var speech = 0.0;
        var count = 0;
        for (var i = 0; i < energies.Length; i++)
        {
            if (voiced[i])
            {
                speech += Power(energies[i]);
                count++;
            }
        }

        speech = count == 0 ? 1e-3 : speech / count;
        return new SoundQuality(
            10 * Math.Log10(speech) - FullScaleDecibels,
            Math.Clamp(10 * Math.Log10(speech / noise), 0, 60),
            _samples == 0 ? 0 : (double)_clipped / _samples,
            Bandwidth());
    }

    public void Reset()
    {
        _samples = 0;
        _clipped = 0;
        Array.Clear(_spectrum);
    }

    private static double Power(double decibels) => Math.Pow(10, decibels / 10);

    /// <summary>Upper edge of the highest 250 Hz band within 42 dB of the strongest one.</summary>
    private double Bandwidth()
    {
        var strongest = 0.0;
        var highest = 0;
        for (var pass = 0; pass < 2; pass++)
        {
            for (var start = 0; start + BandWidth < FrameGrid.Bins; start += BandWidth)
            {
                var power = 0.0;
                for (var bin = start; bin < start + BandWidth; bin++)
                {
                    power += _spectrum[bin];
                }

                strongest = pass == 0 ? Math.Max(strongest, power) : strongest;
                highest = pass == 1 && power > strongest * Power(-InaudibleDecibels) ? start + BandWidth : highest;
            }
        }

        return highest * (double)FrameGrid.SampleRate / FrameGrid.TransformLength;
    }
}
