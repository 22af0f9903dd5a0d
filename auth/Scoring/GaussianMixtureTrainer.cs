using System.Numerics.Tensors;
using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// Expectation maximisation by splitting: one Gaussian, split along its widest spread until the wanted number is reached (Linde, Buzo
/// and Gray, 1980), re-estimated after each split. Uses no random numbers and one thread, so the same frames give the same bits.
/// </summary>
public static class GaussianMixtureTrainer
{
    private const float VarianceFloor = 0.02f;
    private const double SplitDeviations = 0.3;
    private const int PassesPerSplit = 3;

    /// <summary>Trains a mixture.</summary>
    /// <param name="frames">Normalised features, at least a few hundred rows a component.</param>
    /// <param name="components">Number of Gaussians wanted; a power of two.</param>
    /// <param name="finalPasses">Passes over all frames after the last split.</param>
    /// <param name="progress">Told of each pass: Gaussians so far and mean log-likelihood of a frame.</param>
    /// <param name="cancellationToken">Ends the training between passes.</param>
    public static GaussianMixture Train(
        FeatureMatrix frames, int components, int finalPasses, Action<int, double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(frames);
        var mixture = new GaussianMixture(
            [1f], new float[frames.Dimension], [.. Enumerable.Repeat(1f, frames.Dimension)]);
        mixture = Pass(mixture, frames, 8, out _);
        while (mixture.Components < components)
        {
            mixture = Split(mixture);

            // While there are few Gaussians a part of the frames settles them just as well.
            var stride = Math.Max(1, 8 * 32 / mixture.Components / 2);
            stride = Math.Min(stride, 8);
            for (var pass = 0; pass < PassesPerSplit; pass++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                mixture = Pass(mixture, frames, stride, out var likelihood);
                progress?.Invoke(mixture.Components, likelihood);
            }
        }

        for (var pass = 0; pass < finalPasses; pass++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            mixture = Pass(mixture, frames, 1, out var likelihood);
            progress?.Invoke(mixture.Components, likelihood);
        }

        return mixture;
    }

    private static GaussianMixture Split(GaussianMixture mixture)
    {
        var (count, dimension) = (mixture.Components, mixture.Dimension);
        var weights = new float[2 * count];
        var means = new float[2 * count * dimension];
        var variances = new float[2 * count * dimension];
        for (var c = 0; c < 2 * count; c++)
        {
            var source = c / 2;
            var sign = c % 2 == 0 ? SplitDeviations : -SplitDeviations;
            weights[c] = mixture.Weights[source] / 2;
            for (var d = 0; d < dimension; d++)
            {
                var i = source * dimension + d;
                variances[c * dimension + d] = mixture.Variances[i];
                means[c * dimension + d] = (float)(mixture.Means[i] + sign * Math.Sqrt(mixture.Variances[i]));
            }
        }

        return new GaussianMixture(weights, means, variances);
    }

    private static GaussianMixture Pass(GaussianMixture mixture, FeatureMatrix frames, int stride, out double meanLogLikelihood)
    {
        var (count, dimension) = (mixture.Components, mixture.Dimension);
        var occupancy = new double[count];
        var sums = new double[count * dimension];
        var squaredSums = new double[count * dimension];

        // Short float sums flushed into doubles: fast, and no precision is lost over a million frames.
        var block = new FloatSums(count, dimension);
        var shares = new float[count];
        var squares = new float[dimension];
        var total = 0.0;
        var used = 0;
        for (var row = 0; row < frames.Rows; row += stride, used++)
        {
            ReadOnlySpan<float> frame = frames[row];
            total += mixture.Posteriors(frame, squares, shares);
            block.Add(frame, squares, shares);
            if (used % 1000 == 999)
            {
                block.Flush(occupancy, sums, squaredSums);
            }
        }

        block.Flush(occupancy, sums, squaredSums);
        meanLogLikelihood = total / used;
        return Estimate(mixture, occupancy, sums, squaredSums, used);
    }

    private static GaussianMixture Estimate(
        GaussianMixture before, double[] occupancy, double[] sums, double[] squaredSums, int frames)
    {
        var dimension = before.Dimension;
        var weights = new float[before.Components];
        var means = new float[sums.Length];
        var variances = new float[sums.Length];
        for (var c = 0; c < before.Components; c++)
        {
            weights[c] = (float)Math.Max(occupancy[c] / frames, 1e-6);
            for (var i = c * dimension; i < (c + 1) * dimension; i++)
            {
                // A Gaussian hardly anything belongs to keeps its place rather than collapsing onto a few frames.
                var starved = occupancy[c] < 20;
                means[i] = starved ? before.Means[i] : (float)(sums[i] / occupancy[c]);
                variances[i] = starved
                    ? before.Variances[i]
                    : (float)Math.Max(squaredSums[i] / occupancy[c] - (double)means[i] * means[i], VarianceFloor);
            }
        }

        var sum = weights.Sum();
        TensorPrimitives.Divide(weights, sum, weights);
        return new GaussianMixture(weights, means, variances);
    }

    private sealed class FloatSums(int components, int dimension)
    {
        private readonly float[] _occupancy = new float[components];
        private readonly float[] _sums = new float[components * dimension];
        private readonly float[] _squares = new float[components * dimension];

        public void Add(ReadOnlySpan<float> frame, ReadOnlySpan<float> squares, ReadOnlySpan<float> shares)
        {
            for (var c = 0; c < shares.Length; c++)
            {
                if (shares[c] > 0)
                {
                    _occupancy[c] += shares[c];
                    var sum = _sums.AsSpan(c * dimension, dimension);
                    TensorPrimitives.MultiplyAdd(frame, shares[c], sum, sum);
                    var square = _squares.AsSpan(c * dimension, dimension);
                    TensorPrimitives.MultiplyAdd(squares, shares[c], square, square);
                }
            }
        }

        public void Flush(double[] occupancy, double[] sums, double[] squaredSums)
        {
            Flush(_occupancy, occupancy);
            Flush(_sums, sums);
            Flush(_squares, squaredSums);
        }

        private static void Flush(float[] from, double[] to)
        {
            for (var i = 0; i < from.Length; i++)
            {
                to[i] += from[i];
            }

            Array.Clear(from);
        }
    }
}
