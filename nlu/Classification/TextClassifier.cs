using System.Numerics.Tensors;

namespace VoiceMed.Nlu.Classification;

/// <summary>
/// Classifies texts by the mean of what several models say: linear support vector machines over word and character n-grams,
/// and networks with one hidden layer over all n-grams and over words alone. They err in different places, so their mean is
/// better than each. Immutable once trained, and thread-safe.
/// </summary>
public sealed class TextClassifier
{
    /// <summary>How steeply margins become probabilities; chosen on the development halves of the public benchmarks.</summary>
    private const float MarginSlope = 4;

    private readonly TfIdfVectorizer _all;
    private readonly TfIdfVectorizer? _words;
    private readonly LinearModel _machine;
    private readonly HiddenLayerModel[] _networks;
    private readonly HiddenLayerModel[] _wordNetworks;

    private TextClassifier(
        string[] labels, TfIdfVectorizer all, TfIdfVectorizer? words, LinearModel machine, HiddenLayerModel[] networks, HiddenLayerModel[] wordNetworks)
    {
        Labels = labels;
        _all = all;
        _words = words;
        _machine = machine;
        _networks = networks;
        _wordNetworks = wordNetworks;
    }

    /// <summary>The classes, in ordinal order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Trains a classifier. Deterministic: the same texts in the same order give the same classifier.</summary>
    /// <exception cref="ArgumentException">No text has a label.</exception>
    public static TextClassifier Train(IReadOnlyList<LabelledText> texts, TextClassifierOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(options);
        var labels = texts.Select(t => t.Label).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        if (labels.Length == 0)
            throw new ArgumentException("no text has a label", nameof(texts));
        var index = labels.Select((label, i) => (label, i)).ToDictionary(p => p.label, p => p.i, StringComparer.Ordinal);
        var classes = texts.Select(t => t.Label is null ? -1 : index[t.Label]).ToArray();
        var words = texts.Select(t => t.Words).ToArray();

        var all = TfIdfVectorizer.Fit(words, new FeatureOptions());
        var vectors = words.Select(all.Transform).ToArray();
        var machine = SupportVectorTrainer.Train(vectors, classes, labels.Length, all.Count, options.Cost, options.MachineEpochs);
        cancellation.ThrowIfCancellationRequested();
        if (options.NetworkEpochs == 0)
            return new TextClassifier(labels, all, null, machine, [], []);

        var network = new HiddenLayerOptions { Rate = 0.05f, Smoothing = 0, OutlierWeight = 3, Epochs = options.NetworkEpochs, Units = options.NetworkUnits };
        var networks = new[] { HiddenLayerTrainer.Train(vectors, classes, labels.Length, all.Count, network) };
        cancellation.ThrowIfCancellationRequested();
        if (!options.WordNetwork)
            return new TextClassifier(labels, all, null, machine, networks, []);

        var wordsOnly = TfIdfVectorizer.Fit(words, new FeatureOptions { MaximumCharacters = 0 }, wordShare: 1);
        var wordVectors = words.Select(wordsOnly.Transform).ToArray();
        var wordNetworks = new[] { HiddenLayerTrainer.Train(wordVectors, classes, labels.Length, wordsOnly.Count, network with { Smoothing = 0.05f, Seed = 2 }) };
        return new TextClassifier(labels, all, wordsOnly, machine, networks, wordNetworks);
    }

    /// <summary>Writes the probability of each class into <paramref name="probabilities"/>, which has the length of <see cref="Labels"/>.</summary>
    public void Score(IReadOnlyList<string> words, Span<float> probabilities)
    {
        var vector = _all.Transform(words);
        Span<float> scores = stackalloc float[Labels.Count];
        _machine.Score(vector, scores);
        TensorPrimitives.Multiply(scores, MarginSlope, scores);
        TensorPrimitives.SoftMax(scores, probabilities);
        Add(_networks, vector, scores, probabilities);
        if (_words is not null)
            Add(_wordNetworks, _words.Transform(words), scores, probabilities);
        TensorPrimitives.Divide(probabilities, 1f + _networks.Length + _wordNetworks.Length, probabilities);
    }

    private static void Add(HiddenLayerModel[] networks, SparseVector vector, Span<float> scores, Span<float> probabilities)
    {
        foreach (var network in networks)
        {
            network.Score(vector, scores);
            TensorPrimitives.SoftMax(scores, scores);
            TensorPrimitives.Add(probabilities, scores, probabilities);
        }
    }
}
