using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// Compares voices by the cosine of an <see cref="ISpeakerEmbedder"/>'s vectors, on the scale of the Gaussian systems' scores. Immutable,
/// thread-safe.
/// </summary>
public sealed class EmbeddingSpeakerScorer : ISpeakerScorer
{
    private readonly ISpeakerEmbedder _embedder;
    private readonly EmbeddingFusion _fusion;

    // Enrolment compares each phrase with all others: the network must not hear it each time.
    private readonly ConditionalWeakTable<SpeechSample, StrongBox<float[]?>> _known = [];

    /// <summary>Puts a scorer together.</summary>
    /// <param name="embedder">Makes the vectors.</param>
    /// <param name="fusion">Mean and deviation of strangers' cosines.</param>
    /// <param name="weight">Share in the fused score, above 0, relative to the other scorers'.</param>
    public EmbeddingSpeakerScorer(ISpeakerEmbedder embedder, EmbeddingFusion fusion, double weight)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        ArgumentNullException.ThrowIfNull(fusion);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        (_embedder, _fusion, Weight) = (embedder, fusion, weight);
    }

    /// <inheritdoc/>
    public string System => _embedder.System;

    /// <inheritdoc/>
    public double Weight { get; }

    /// <inheritdoc/>
    public SpeakerVector? Enrol(IReadOnlyList<(SpeechSample Speech, float Weight)> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        float[]? sum = null;

        // Copies made for other microphones count less and are left out: the network has learned microphones already.
        foreach (var (speech, _) in phrases.Where(phrase => phrase.Weight >= 1))
        {
            if (Unit(speech) is { } vector)
            {
                sum ??= new float[vector.Length];
                TensorPrimitives.Add<float>(sum, vector, sum);
            }
        }

        return sum is null ? null : VectorOf(Normalised(sum));
    }

    /// <inheritdoc/>
    public SpeakerVector? Probe(SpeechSample speech, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(speech);

        // Parts of an utterance are too short for it, and where they lie in the sound is not known.
        var whole = from == 0 && to == speech.Features.VoicedFrames;
        return whole && Unit(speech) is { } vector ? VectorOf(vector) : null;
    }

    /// <summary>The cosine on the present scale, whatever scale was in force at enrolment.</summary>
    public double Score(SpeakerVector enrolled, SpeakerVector probe)
    {
        ArgumentNullException.ThrowIfNull(enrolled);
        ArgumentNullException.ThrowIfNull(probe);
        return (TensorPrimitives.Dot<float>(enrolled.Values, probe.Values) - _fusion.Mean) / _fusion.Deviation;
    }

    private SpeakerVector VectorOf(float[] values) => new(System, values, _fusion.Mean, _fusion.Deviation);

    private float[]? Unit(SpeechSample speech) => _known.GetValue(speech, heard => new StrongBox<float[]?>(Unit(heard.Samples.Span))).Value;

    private float[]? Unit(ReadOnlySpan<short> samples) =>
        !samples.IsEmpty && _embedder.Embed(samples) is { } vector && TensorPrimitives.Norm<float>(vector) > 0 ? Normalised(vector) : null;

    private static float[] Normalised(float[] vector)
    {
        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), unit);
        return unit;
    }
}
