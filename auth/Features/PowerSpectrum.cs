namespace VoiceMed.Auth.Features;

/// <summary>
/// Power spectrum of one frame: first-order pre-emphasis (0.97), Hamming window, Fourier transform. Keeps scratch memory, so one
/// instance serves one thread; computing a frame allocates nothing.
/// </summary>
public sealed class PowerSpectrum
{
    private const float PreEmphasis = 0.97f;
    private readonly FastFourierTransform _transform = new(FrameGrid.TransformLength);
    private readonly float[] _window = new float[FrameGrid.WindowLength];
    private readonly float[] _real = new float[FrameGrid.TransformLength];
    private readonly float[] _imaginary = new float[FrameGrid.TransformLength];

    /// <summary>Prepares the window.</summary>
    public PowerSpectrum()
    {
        for (var i = 0; i < _window.Length; i++)
        {
            _window[i] = (float)(0.54 - 0.46 * Math.Cos(2 * Math.PI * i / (_window.Length - 1)));
        }
    }

    /// <summary>Computes the spectrum of one window.</summary>
    /// <param name="samples">Exactly <see cref="FrameGrid.WindowLength"/> samples.</param>
    /// <param name="power">Receives <see cref="FrameGrid.Bins"/> values, in squared sample units.</param>
    /// <returns>Energy of the window after removal of its mean, in dB relative to one squared sample unit a sample.</returns>
    public float Compute(ReadOnlySpan<short> samples, Span<float> power)
    {
        var mean = 0f;
        foreach (var sample in samples)
        {
            mean += sample;
        }

        mean /= samples.Length;
        var energy = 0f;
        var previous = samples[0] - mean;
        for (var i = 0; i < samples.Length; i++)
        {
            var value = samples[i] - mean;
            energy += value * value;
            _real[i] = (value - PreEmphasis * previous) * _window[i];
            previous = value;
        }

        Array.Clear(_real, samples.Length, _real.Length - samples.Length);
        Array.Clear(_imaginary);
        _transform.Transform(_real, _imaginary);
        for (var bin = 0; bin < FrameGrid.Bins; bin++)
        {
            power[bin] = _real[bin] * _real[bin] + _imaginary[bin] * _imaginary[bin];
        }

        return 10f * MathF.Log10(energy / samples.Length + 1e-3f);
    }
}
