using VoiceMed.Nlu.Classification;

namespace VoiceMed.Nlu.Parsing;

/// <summary>Says which intent an utterance is that no template matches, and how sure that is. Immutable and thread-safe.</summary>
internal sealed class IntentClassifier
{
    private const int ManyIntents = 128;
    private readonly TextClassifier _classifier;
    private readonly UtteranceFeatures _features;
    private readonly int _none;

    private IntentClassifier(TextClassifier classifier, UtteranceFeatures features)
    {
        _classifier = classifier;
        _features = features;
        _none = classifier.Labels.ToList().IndexOf(ParseResult.None);
    }

    /// <summary>Trains on the packs of one language; null when they have no sentences.</summary>
    public static IntentClassifier? Train(LanguageEngine engine, Func<string, bool> useTest)
    {
        var texts = TrainingSet.Make(engine, useTest, out var features);
        return texts.Any(t => t.Label is not null and not ParseResult.None)
            ? new IntentClassifier(TextClassifier.Train(texts, IsLarge(engine) ? TextClassifierOptions.ManyClasses : TextClassifierOptions.Quick), features)
            : null;
    }

    /// <summary>Whether there are so many intents that characters and networks would cost more than they give.</summary>
    public static bool IsLarge(LanguageEngine engine) => engine.Linked.Intents.Count > ManyIntents;

    /// <summary>The three most probable intents, best first, and the probability that it is none.</summary>
    public (IReadOnlyList<NearestIntent> Nearest, double None) Score(string[] tokens)
    {
        Span<float> probabilities = stackalloc float[_classifier.Labels.Count];
        _classifier.Score(_features.Describe(tokens), probabilities);
        var none = _none < 0 ? 0 : probabilities[_none];
        if (_none >= 0)
            probabilities[_none] = -1;
        var nearest = new List<NearestIntent>(3);
        for (var i = 0; i < 3; i++)
        {
            var best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(probabilities);
            if (probabilities[best] <= 0)
                break;
            nearest.Add(new NearestIntent(_classifier.Labels[best], probabilities[best], null));
            probabilities[best] = -1;
        }

        return (nearest, none);
    }
}
