using System.Numerics.Tensors;
using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// The classical GMM-UBM system on one stream of cepstra: adapted means of the speaker times the utterance's centred statistics, the
/// first-order approximation of the log-likelihood ratio (Glembek et al., 2009), normalised against a cohort. Immutable, thread-safe.
/// </summary>
public sealed class GaussianSpeakerScorer : ISpeakerScorer
{
    private readonly int _stream;

    /// <summary>Puts a system together.</summary>
    /// <param name="system">Name and version.</param>
    /// <param name="stream">Index of the stream among <see cref="UtteranceFeatures.Streams"/>.</param>
    /// <param name="parameters">The trained parameters.</param>
    public GaussianSpeakerScorer(string system, int stream, GaussianSystemParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        (System, _stream, Parameters) = (system, stream, parameters);
    }

    /// <inheritdoc/>
    public string System { get; }

    /// <inheritdoc/>
    public double Weight => Parameters.Weight;

    /// <summary>The trained parameters.</summary>
    public GaussianSystemParameters Parameters { get; }

    /// <inheritdoc/>
    public SpeakerVector? Enrol(IReadOnlyList<(SpeechSample Speech, float Weight)> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var mixture = Parameters.Mixture;
        var statistics = new SufficientStatistics(mixture.Components, mixture.Dimension);
        foreach (var (speech, weight) in phrases)
        {
            var features = speech.Features.Streams[_stream];
            statistics.Add(mixture.Accumulate(features, 0, features.Rows), weight);
        }

        var means = MeanAdaptation.Adapt(statistics, Parameters.Relevance);
        var (mean, deviation) = Parameters.Cohort.AgainstUtterances(means, Parameters.Relevance);
        return new SpeakerVector(System, means, mean, deviation);
    }

    /// <inheritdoc/>
    public SpeakerVector? Probe(SpeechSample speech, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(speech);
        var statistics = Parameters.Mixture.Accumulate(speech.Features.Streams[_stream], from, to);
        var values = statistics.Offsets;
        TensorPrimitives.Multiply(values, 1f / Math.Max(to - from, 1), values);
        var (mean, deviation) = Parameters.Cohort.AgainstModels(values);
        return new SpeakerVector(System, values, mean, deviation);
    }
}
