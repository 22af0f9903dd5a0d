using System.Numerics.Tensors;

namespace VoiceMed.Auth.Features;

/// <summary>Triangular filters over a power spectrum, half overlapping, equally spaced on a <see cref="FrequencyScale"/>. Thread-safe.</summary>
public sealed class FilterBank
{
    private readonly int[] _firstBin;
    private readonly float[][] _weights;

    /// <summary>Computes the filters' weights.</summary>
    public FilterBank(CepstralOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _firstBin = new int[options.Filters];
        _weights = new float[options.Filters][];
        var low = ToScale(options.LowHz, options.Scale);
        var step = (ToScale(options.HighHz, options.Scale) - low) / (options.Filters + 1);
        for (var filter = 0; filter < options.Filters; filter++)
        {
            (_firstBin[filter], _weights[filter]) = Triangle(low + filter * step, step, options.Scale);
        }
    }

    /// <summary>Number of filters.</summary>
    public int Count => _weights.Length;

    /// <summary>Writes the natural logarithm of the power behind each filter.</summary>
    /// <param name="power"><see cref="FrameGrid.Bins"/> values.</param>
    /// <param name="logPower">Receives <see cref="Count"/> values.</param>
    public void Apply(ReadOnlySpan<float> power, Span<float> logPower)
    {
        for (var filter = 0; filter < _weights.Length; filter++)
        {
            var weights = _weights[filter];
            var sum = TensorPrimitives.Dot(weights, power.Slice(_firstBin[filter], weights.Length));
            logPower[filter] = MathF.Log(sum + 1f);
        }
    }

    private static (int FirstBin, float[] Weights) Triangle(double left, double step, FrequencyScale scale)
    {
        const double hertzPerBin = (double)FrameGrid.SampleRate / FrameGrid.TransformLength;
        var first = -1;
        var weights = new List<float>();
        for (var bin = 0; bin < FrameGrid.Bins; bin++)
        {
            var weight = 1 - Math.Abs(ToScale(bin * hertzPerBin, scale) - (left + step)) / step;
            if (weight > 0)
            {
                first = first < 0 ? bin : first;
                weights.Add((float)weight);
            }
        }

        return (Math.Max(first, 0), [.. weights]);
    }

    private static double ToScale(double hertz, FrequencyScale scale) =>
        scale == FrequencyScale.Mel ? 2595 * Math.Log10(1 + hertz / 700) : hertz;
}
