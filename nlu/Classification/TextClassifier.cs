using System.Numerics.Tensors;

namespace VoiceMed.Nlu.Classification;

/// <summary>
/// Classifies texts by the weighted mean of what several models say: linear support vector machines over word and character n-grams and
/// networks with one hidden layer over different views of the text. They err in different places, so their mean is better than
/// each. Immutable once trained, and thread-safe.
/// </summary>
public sealed class TextClassifier
{
    /// <summary>How steeply margins become probabilities; chosen on the development halves of the public benchmarks.</summary>
    private const float MarginSlope = 4;

    private readonly LinearModel _machine;
    private readonly IReadOnlyList<(TfIdfVectorizer Vectorizer, IReadOnlyList<HiddenLayerModel> Networks)> _views;
    private readonly float _machineShare;
    private readonly float _networkShare;

    private TextClassifier(
        string[] labels, LinearModel machine, IReadOnlyList<(TfIdfVectorizer Vectorizer, IReadOnlyList<HiddenLayerModel> Networks)> views, float? machineShare)
    {
        Labels = labels;
        _machine = machine;
        _views = views;
        var networks = views.Sum(v => v.Networks.Count);
        _machineShare = networks == 0 ? 1 : machineShare ?? 1f / (1 + networks);
        _networkShare = networks == 0 ? 0 : (1 - _machineShare) / networks;
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
        LinearModel? machine = null;
        var views = new List<(TfIdfVectorizer, IReadOnlyList<HiddenLayerModel>)>();
        foreach (var view in options.Networks.Select(n => n.View).Prepend(options.MachineView).Distinct())
        {
            var vectorizer = Fit(words, view);
            var vectors = words.Select(vectorizer.Transform).ToArray();
            machine ??= SupportVectorTrainer.Train(vectors, classes, labels.Length, vectorizer.Count, options.Cost, options.MachineEpochs);
            var networks = new List<HiddenLayerModel>();
            foreach (var (_, network) in options.Networks.Where(n => n.View == view))
            {
                cancellation.ThrowIfCancellationRequested();
                networks.Add(HiddenLayerTrainer.Train(vectors, classes, labels.Length, vectorizer.Count, network));
            }

            views.Add((vectorizer, networks));
        }

        return new TextClassifier(labels, machine!, views, options.MachineShare);
    }

    /// <summary>Writes the probability of each class into <paramref name="probabilities"/>, which has the length of <see cref="Labels"/>.</summary>
    public void Score(IReadOnlyList<string> words, Span<float> probabilities)
    {
        Span<float> scores = stackalloc float[Labels.Count];
        probabilities.Clear();
        for (var i = 0; i < _views.Count; i++)
        {
            var vector = _views[i].Vectorizer.Transform(words);
            if (i == 0)
            {
                _machine.Score(vector, scores);
                TensorPrimitives.Multiply(scores, MarginSlope, scores);
                AddProbabilities(scores, _machineShare, probabilities);
            }

            foreach (var network in _views[i].Networks)
            {
                network.Score(vector, scores);
                AddProbabilities(scores, _networkShare, probabilities);
            }
        }
    }

    private static void AddProbabilities(Span<float> scores, float share, Span<float> probabilities)
    {
        TensorPrimitives.SoftMax(scores, scores);
        TensorPrimitives.MultiplyAdd(scores, share, probabilities, probabilities);
    }

    private static TfIdfVectorizer Fit(IReadOnlyList<IReadOnlyList<string>> words, TextView view) => view switch
    {
        TextView.Words => TfIdfVectorizer.Fit(words, new FeatureOptions { MaximumCharacters = 0 }, wordShare: 1),
        TextView.SingleWords => TfIdfVectorizer.Fit(words, new FeatureOptions { WordNgrams = 1, SkipGrams = false, MaximumCharacters = 0 }, wordShare: 1),
        TextView.Stems => TfIdfVectorizer.Fit(words, new FeatureOptions { WordLetters = 5, SkipGrams = false, MaximumCharacters = 0 }, wordShare: 1),
        _ => TfIdfVectorizer.Fit(words, new FeatureOptions()),
    };
}
