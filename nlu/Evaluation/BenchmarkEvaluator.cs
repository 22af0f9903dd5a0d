using System.Diagnostics;
using VoiceMed.Nlu.Classification;
using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Nlu.Evaluation;

/// <summary>Trains the classifier on one labelled set and measures it on another: the public benchmarks.</summary>
public static class BenchmarkEvaluator
{
    /// <summary>
    /// The operating point where the training set has out-of-scope utterances: chosen by four-fold cross-validation on the given halves of
    /// CLINC150, where it rejects 64 % of them. Without any, nothing is rejected.
    /// </summary>
    public const double OperatingPoint = 0.13;

    /// <summary>Trains and measures.</summary>
    public static EvaluationReport Evaluate(
        IReadOnlyList<LabelledUtterance> train, IReadOnlyList<LabelledUtterance> test, TextClassifierOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(test);
        var started = Stopwatch.GetTimestamp();
        var texts = train.Select(u => new LabelledText(TextNormalizer.Words(u.Text), u.Intent == ParseResult.None ? null : u.Intent)).ToArray();
        var classifier = TextClassifier.Train(texts, options, cancellation);
        var trainSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var threshold = texts.Any(t => t.Label is null) ? OperatingPoint : 0;
        var probabilities = new float[classifier.Labels.Count];
        var micros = new List<double>(test.Count);
        var scored = new List<ScoredUtterance>(test.Count);
        foreach (var utterance in test)
        {
            var begin = Stopwatch.GetTimestamp();
            classifier.Score(TextNormalizer.Words(utterance.Text), probabilities);
            micros.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
            var best = Array.IndexOf(probabilities, probabilities.Max());
            var decided = probabilities[best] >= threshold ? classifier.Labels[best] : ParseResult.None;
            scored.Add(new ScoredUtterance(utterance, classifier.Labels[best], probabilities[best], decided, null));
        }

        micros.Sort();
        return EvaluationReport.Of(scored, threshold, micros.Count == 0 ? 0 : micros[micros.Count / 2], trainSeconds);
    }
}
