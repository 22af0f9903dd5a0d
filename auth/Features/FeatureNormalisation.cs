namespace VoiceMed.Auth.Features;

/// <summary>
/// Mean and variance normalisation towards a prior: the utterance's own statistics are mixed with the background's as if
/// <see cref="PriorFrames"/> frames of background had been heard, so that a second of speech does not wipe out the speaker. Immutable.
/// </summary>
/// <param name="Mean">Background mean of each dimension.</param>
/// <param name="Variance">Background variance of each dimension, above zero.</param>
/// <param name="PriorFrames">Weight of the background, in frames of 10 ms.</param>
public sealed record FeatureNormalisation(float[] Mean, float[] Variance, float PriorFrames)
{
    /// <summary>Normalises all rows in place.</summary>
    public void Apply(FeatureMatrix features)
    {
        ArgumentNullException.ThrowIfNull(features);
        for (var d = 0; d < features.Dimension; d++)
        {
            double sum = 0;
            for (var row = 0; row < features.Rows; row++)
            {
                sum += features[row][d];
            }

            var mean = (sum + PriorFrames * Mean[d]) / (features.Rows + PriorFrames);
            double squares = 0;
            for (var row = 0; row < features.Rows; row++)
            {
                var difference = features[row][d] - mean;
                squares += difference * difference;
            }

            var deviation = Math.Sqrt((squares + PriorFrames * Variance[d]) / (features.Rows + PriorFrames));
            for (var row = 0; row < features.Rows; row++)
            {
                features[row][d] = (float)((features[row][d] - mean) / deviation);
            }
        }
    }

    /// <summary>Measures the background's mean and variance.</summary>
    /// <param name="utterances">Unnormalised features of the background, at least one row in all.</param>
    /// <param name="priorFrames">Weight the background is to get, in frames.</param>
    public static FeatureNormalisation Measure(IReadOnlyList<FeatureMatrix> utterances, float priorFrames)
    {
        ArgumentNullException.ThrowIfNull(utterances);
        var dimension = utterances[0].Dimension;
        var count = utterances.Sum(u => (double)u.Rows);
        var mean = new double[dimension];
        var squares = new double[dimension];
        foreach (var utterance in utterances)
        {
            for (var row = 0; row < utterance.Rows; row++)
            {
                var values = utterance[row];
                for (var d = 0; d < dimension; d++)
                {
                    mean[d] += values[d] / count;
                    squares[d] += (double)values[d] * values[d] / count;
                }
            }
        }

        // Within one utterance the mean is removed, so the variance wanted is the one around each utterance's own mean; the prior
        // keeps the simpler overall variance, which errs on the side of shrinking short utterances less.
        return new FeatureNormalisation(
            [.. mean.Select(m => (float)m)],
            [.. squares.Select((s, d) => (float)Math.Max(s - mean[d] * mean[d], 1e-4))],
            priorFrames);
    }
}
