using System.Numerics.Tensors;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// Baum-Welch statistics of speech against a background model: how much of it each Gaussian explains and how far, in that Gaussian's
/// own standard deviations, it lies from the mean. Additive over stretches of speech. Not thread-safe.
/// </summary>
/// <param name="components">Number of Gaussians.</param>
/// <param name="dimension">Values a frame.</param>
public sealed class SufficientStatistics(int components, int dimension)
{
    /// <summary>Frames explained by each Gaussian (zeroth order), one value a component.</summary>
    public float[] Occupancy { get; } = new float[components];

    /// <summary>Whitened, centred sums (first order), component by component, <see cref="Dimension"/> values each.</summary>
    public float[] Offsets { get; } = new float[components * dimension];

    /// <summary>Values a frame.</summary>
    public int Dimension { get; } = dimension;

    /// <summary>Number of Gaussians.</summary>
    public int Components => Occupancy.Length;

    /// <summary>Frames in all, weighted.</summary>
    public double Frames { get; internal set; }

    /// <summary>The whitened, centred sum of one Gaussian.</summary>
    public Span<float> OffsetOf(int component) => Offsets.AsSpan(component * Dimension, Dimension);

    /// <summary>Adds other statistics of the same shape.</summary>
    /// <param name="other">What to add.</param>
    /// <param name="weight">How much it counts; 1 is full.</param>
    public void Add(SufficientStatistics other, float weight = 1)
    {
        ArgumentNullException.ThrowIfNull(other);
        TensorPrimitives.MultiplyAdd(other.Occupancy, weight, Occupancy, Occupancy);
        TensorPrimitives.MultiplyAdd(other.Offsets, weight, Offsets, Offsets);
        Frames += other.Frames * weight;
    }
}
