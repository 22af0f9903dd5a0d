using System.Numerics.Tensors;

namespace VoiceMed.Auth.Features;

/// <summary>
/// Mel- or linear-frequency cepstral coefficients (Davis and Mermelstein, 1980): filter bank, logarithm, type II cosine transform,
/// without the zeroth coefficient. Keeps scratch memory: one instance, one thread; a frame allocates nothing.
/// </summary>
public sealed class CepstralTransform
{
    private readonly FilterBank _filters;
    private readonly float[] _logPower;
    private readonly float[][] _cosines;

    /// <summary>Prepares the tables.</summary>
    public CepstralTransform(CepstralOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _filters = new FilterBank(options);
        _logPower = new float[options.Filters];
        _cosines = new float[options.Coefficients][];
        var scale = Math.Sqrt(2.0 / options.Filters);
        for (var k = 0; k < options.Coefficients; k++)
        {
            _cosines[k] = new float[options.Filters];
            for (var filter = 0; filter < options.Filters; filter++)
            {
                _cosines[k][filter] = (float)(scale * Math.Cos(Math.PI * (k + 1) * (filter + 0.5) / options.Filters));
            }
        }
    }

    /// <summary>Coefficients a frame.</summary>
    public int Coefficients => _cosines.Length;

    /// <summary>Computes one frame's coefficients.</summary>
    /// <param name="power">The frame's power spectrum, <see cref="FrameGrid.Bins"/> values.</param>
    /// <param name="cepstrum">Receives <see cref="Coefficients"/> values.</param>
    public void Compute(ReadOnlySpan<float> power, Span<float> cepstrum)
    {
        _filters.Apply(power, _logPower);
        for (var k = 0; k < _cosines.Length; k++)
        {
            cepstrum[k] = TensorPrimitives.Dot<float>(_cosines[k], _logPower);
        }
    }
}
