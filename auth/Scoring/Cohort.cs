using System.Numerics.Tensors;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// Voices of the background against which scores are judged: a score counts only as far as it stands out from what the nearest of
/// these strangers would score. Kept as adapted means in steps of <see cref="Step"/> standard deviations. Immutable, thread-safe.
/// </summary>
public sealed class Cohort
{
    /// <summary>Resolution of the stored means, in standard deviations of the background's Gaussians.</summary>
    public const float Step = 0.0625f;

    /// <summary>Resolution of the stored occupancies, in frames.</summary>
    public const float OccupancyStep = 0.125f;

    /// <summary>How many of the nearest voices are taken. Source: the recommended 60 of about 600.</summary>
    public const int Nearest = 60;

    private readonly float[][] _means;

    /// <summary>Takes the stored form.</summary>
    /// <param name="means">A voice a row: adapted mean offsets in units of <see cref="Step"/>.</param>
    /// <param name="occupancies">A voice a row: frames a component, in units of <see cref="OccupancyStep"/>.</param>
    public Cohort(sbyte[][] means, ushort[][] occupancies)
    {
        (StoredMeans, StoredOccupancies) = (means, occupancies);
        _means = [.. means.Select(Expand)];
    }

    /// <summary>Number of voices.</summary>
    public int Count => _means.Length;

    internal sbyte[][] StoredMeans { get; }

    internal ushort[][] StoredOccupancies { get; }

    /// <summary>Stores voices.</summary>
    /// <param name="voices">Statistics of one voice each.</param>
    /// <param name="relevance">Relevance factor of the adaptation.</param>
    public static Cohort Create(IReadOnlyList<SufficientStatistics> voices, float relevance)
    {
        ArgumentNullException.ThrowIfNull(voices);
        return new Cohort(
            [.. voices.Select(v => MeanAdaptation.Adapt(v, relevance).Select(m => (sbyte)Math.Clamp(MathF.Round(m / Step), -127, 127)).ToArray())],
            [.. voices.Select(v => v.Occupancy.Select(o => (ushort)Math.Clamp(MathF.Round(o / OccupancyStep), 0, ushort.MaxValue)).ToArray())]);
    }

    /// <summary>Mean and deviation of the nearest voices' scores for an utterance.</summary>
    /// <param name="utterance">The utterance's vector.</param>
    public (double Mean, double Deviation) AgainstModels(float[] utterance)
    {
        var scores = new float[Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = TensorPrimitives.Dot<float>(_means[i], utterance);
        }

        return OfNearest(scores);
    }

    /// <summary>Mean and deviation of the nearest voices' scores for an enrolled speaker.</summary>
    /// <param name="model">The speaker's adapted means.</param>
    /// <param name="relevance">Relevance factor the cohort was adapted with.</param>
    public (double Mean, double Deviation) AgainstUtterances(float[] model, float relevance)
    {
        ArgumentNullException.ThrowIfNull(model);
        var scores = new float[Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = ScoreUtterance(model, i, relevance);
        }

        return OfNearest(scores);
    }

    private float ScoreUtterance(float[] model, int voice, float relevance)
    {
        var occupancies = StoredOccupancies[voice];
        var dimension = model.Length / occupancies.Length;
        var sum = 0f;
        var frames = 0f;
        for (var c = 0; c < occupancies.Length; c++)
        {
            var occupancy = occupancies[c] * OccupancyStep;
            var at = c * dimension;
            sum += (occupancy + relevance)
                * TensorPrimitives.Dot<float>(model.AsSpan(at, dimension), _means[voice].AsSpan(at, dimension));
            frames += occupancy;
        }

        return sum / Math.Max(frames, 1);
    }

    private static (double Mean, double Deviation) OfNearest(float[] scores)
    {
        Array.Sort(scores);
        var nearest = scores.AsSpan(Math.Max(scores.Length - Nearest, 0));
        double mean = TensorPrimitives.Average<float>(nearest);
        var squares = 0.0;
        foreach (var score in nearest)
        {
            squares += (score - mean) * (score - mean);
        }

        return (mean, Math.Sqrt(squares / nearest.Length) + 1e-6);
    }

    private static float[] Expand(sbyte[] stored)
    {
        var values = new float[stored.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = stored[i] * Step;
        }

        return values;
    }
}
