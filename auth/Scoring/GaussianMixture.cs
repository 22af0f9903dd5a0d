using System.Numerics.Tensors;
using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// A mixture of Gaussians with diagonal covariance: the universal background model of "a voice, anybody's" (Reynolds, Quatieri and
/// Dunn, 2000). Immutable and thread-safe.
/// </summary>
public sealed class GaussianMixture
{
    /// <summary>Gaussians less likely than the best one by this factor (natural logarithm) get no share of a frame.</summary>
    private const float PruneBelow = 9f;
    private readonly float[] _constants;
    private readonly float[] _linear;
    private readonly float[] _quadratic;
    private readonly float[] _inverseDeviations;

    /// <summary>Takes the parameters and prepares the scoring tables.</summary>
    /// <param name="weights">One a component, above 0, adding up to 1.</param>
    /// <param name="means">Component by component, <c>weights.Length * dimension</c> values.</param>
    /// <param name="variances">Like <paramref name="means"/>, all above 0.</param>
    /// <exception cref="ArgumentException">The arrays do not fit together.</exception>
    public GaussianMixture(float[] weights, float[] means, float[] variances)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(variances);
        if (weights.Length == 0 || means.Length % weights.Length != 0 || means.Length != variances.Length)
        {
            throw new ArgumentException("Weights, means and variances do not fit together.");
        }

        (Weights, Means, Variances) = (weights, means, variances);
        Dimension = means.Length / weights.Length;
        _constants = new float[weights.Length];
        _linear = new float[means.Length];
        _quadratic = new float[means.Length];
        _inverseDeviations = new float[means.Length];
        for (var c = 0; c < weights.Length; c++)
        {
            var constant = Math.Log(weights[c]) - 0.5 * Dimension * Math.Log(2 * Math.PI);
            for (var i = c * Dimension; i < (c + 1) * Dimension; i++)
            {
                constant -= 0.5 * (Math.Log(variances[i]) + (double)means[i] * means[i] / variances[i]);
                _linear[i] = means[i] / variances[i];
                _quadratic[i] = -0.5f / variances[i];
                _inverseDeviations[i] = 1 / MathF.Sqrt(variances[i]);
            }

            _constants[c] = (float)constant;
        }
    }

    /// <summary>Share of each Gaussian.</summary>
    public float[] Weights { get; }

    /// <summary>Means, component by component.</summary>
    public float[] Means { get; }

    /// <summary>Variances, component by component.</summary>
    public float[] Variances { get; }

    /// <summary>Number of Gaussians.</summary>
    public int Components => Weights.Length;

    /// <summary>Values a frame.</summary>
    public int Dimension { get; }

    /// <summary>Computes the share each Gaussian has in a frame.</summary>
    /// <param name="frame"><see cref="Dimension"/> values.</param>
    /// <param name="squares">Scratch of <see cref="Dimension"/> values.</param>
    /// <param name="shares">Receives <see cref="Components"/> values adding up to 1; most are 0.</param>
    /// <returns>Natural logarithm of the frame's density.</returns>
    public float Posteriors(ReadOnlySpan<float> frame, Span<float> squares, Span<float> shares)
    {
        TensorPrimitives.Multiply(frame, frame, squares);
        for (var c = 0; c < Components; c++)
        {
            var at = c * Dimension;
            shares[c] = _constants[c]
                + TensorPrimitives.Dot(_linear.AsSpan(at, Dimension), frame)
                + TensorPrimitives.Dot(_quadratic.AsSpan(at, Dimension), squares);
        }

        var best = TensorPrimitives.Max<float>(shares);
        var sum = 0f;
        for (var c = 0; c < shares.Length; c++)
        {
            shares[c] = shares[c] < best - PruneBelow ? 0 : MathF.Exp(shares[c] - best);
            sum += shares[c];
        }

        TensorPrimitives.Divide(shares, sum, shares);
        return best + MathF.Log(sum);
    }

    /// <summary>Adds normalised frames to statistics, without centring; finish with <see cref="Centre"/>.</summary>
    /// <param name="features">Normalised features.</param>
    /// <param name="from">First row, inclusive.</param>
    /// <param name="to">Last row, exclusive.</param>
    /// <returns>Whitened, centred statistics of the rows.</returns>
    public SufficientStatistics Accumulate(FeatureMatrix features, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(features);
        var statistics = new SufficientStatistics(Components, Dimension);
        Span<float> squares = stackalloc float[Dimension];
        Span<float> shares = stackalloc float[Components];
        for (var row = from; row < to; row++)
        {
            ReadOnlySpan<float> frame = features[row];
            Posteriors(frame, squares, shares);
            for (var c = 0; c < shares.Length; c++)
            {
                if (shares[c] > 0)
                {
                    statistics.Occupancy[c] += shares[c];
                    var offset = statistics.OffsetOf(c);
                    TensorPrimitives.MultiplyAdd(frame, shares[c], offset, offset);
                }
            }
        }

        statistics.Frames = to - from;
        Centre(statistics);
        return statistics;
    }

    private void Centre(SufficientStatistics statistics)
    {
        for (var c = 0; c < Components; c++)
        {
            var offset = statistics.OffsetOf(c);
            var occupancy = statistics.Occupancy[c];
            for (var d = 0; d < Dimension; d++)
            {
                var i = c * Dimension + d;
                offset[d] = (offset[d] - occupancy * Means[i]) * _inverseDeviations[i];
            }
        }
    }
}
