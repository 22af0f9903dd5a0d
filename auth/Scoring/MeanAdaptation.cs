using System.Numerics.Tensors;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// Maximum a posteriori adaptation of the background's means to one speaker (Gauvain and Lee, 1994; Reynolds et al., 2000). Thread-safe.
/// </summary>
public static class MeanAdaptation
{
    /// <summary>Moves each mean towards the speaker, the further the more of the speech it explains.</summary>
    /// <param name="statistics">The speaker's statistics.</param>
    /// <param name="relevance">Frames at which a mean has moved half of the way; above 0.</param>
    /// <returns>Offsets from the background's means in its standard deviations, component by component.</returns>
    public static float[] Adapt(SufficientStatistics statistics, float relevance)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        var means = new float[statistics.Offsets.Length];
        for (var c = 0; c < statistics.Components; c++)
        {
            TensorPrimitives.Multiply(
                statistics.OffsetOf(c), 1 / (statistics.Occupancy[c] + relevance), means.AsSpan(c * statistics.Dimension, statistics.Dimension));
        }

        return means;
    }
}
