using VoiceMed.Nlu.Classification;
using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs.Linking;
using VoiceMed.Nlu.Sampling;

namespace VoiceMed.Nlu.Parsing;

/// <summary>What the classifier of one language learns from: sampled sentences, test utterances, out-of-scope utterances and variations of them.</summary>
internal sealed class TrainingSet
{
    private const int SamplesASentence = 14;
    private const int SamplesOfMany = 4;
    private const int OutOfScopeSamples = 12;
    private const int TestWeight = 3;
    private readonly LanguageEngine _engine;
    private readonly DeterministicRandom _random = new(5);
    private readonly List<(string[] Tokens, string Intent, bool Spoken)> _inScope = [];
    private readonly List<string[]> _outOfScope = [];

    private TrainingSet(LanguageEngine engine, Func<string, bool> useTest)
    {
        _engine = engine;
        var sampler = new TemplateSampler(engine, inflect: false, 3);
        var samples = IntentClassifier.IsLarge(engine) ? SamplesOfMany : SamplesASentence;
        foreach (var intent in engine.Linked.Intents)
        {
            foreach (var sentence in intent.Sentences)
            {
                foreach (var sample in sampler.Several(sentence, intent.Contract, samples))
                    Add(sample, intent.Contract.Id, spoken: false);
            }

            foreach (var utterance in intent.Tests.SelectMany(t => t.Say).Where(u => useTest(u.Text)))
                Add(utterance.Text, intent.Contract.Id, spoken: true);
            if (intent.Hint is { } hint)
                Add(hint, intent.Contract.Id, spoken: true);
        }

        foreach (var sentence in engine.Linked.OutOfScope)
            _outOfScope.AddRange(sampler.Several(sentence, null, OutOfScopeSamples).Select(TextNormalizer.Words).Where(t => t.Length > 0));
        foreach (var utterance in engine.Linked.Intents.SelectMany(i => i.Negatives))
        {
            // A negative of one intent may well be another intent's sentence.
            var tokens = TextNormalizer.Words(utterance.Text);
            if (tokens.Length > 0 && engine.MatchTemplates(tokens).Count == 0)
                _outOfScope.Add(tokens);
        }

        Known = Lemmas();
    }

    /// <summary>Lemmas that are used to ask for something.</summary>
    public IReadOnlySet<string> Known { get; }

    /// <summary>The texts, described by <see cref="UtteranceFeatures"/>; out-of-scope texts have the label <c>none</c>.</summary>
    /// <param name="engine">The compiled packs.</param>
    /// <param name="useTest">Which test utterances may be learnt from.</param>
    /// <param name="features">How utterances are described, made from <see cref="Known"/>.</param>
    public static IReadOnlyList<LabelledText> Make(LanguageEngine engine, Func<string, bool> useTest, out UtteranceFeatures features)
    {
        var set = new TrainingSet(engine, useTest);
        features = new UtteranceFeatures(engine, set.Known);
        return set.Texts(features);
    }

    private void Add(string text, string intent, bool spoken)
    {
        var tokens = TextNormalizer.Words(text);
        if (tokens.Length > 0)
            _inScope.Add((tokens, intent, spoken));
    }

    private HashSet<string> Lemmas()
    {
        var lemmatizer = _engine.Linked.Language.Lemmatizer;
        var spoken = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (tokens, intent, isSpoken) in _inScope)
        {
            foreach (var lemma in tokens.Select(lemmatizer.Lemma))
            {
                if (!isSpoken)
                    known.Add(lemma);
                else if (spoken.TryGetValue(lemma, out var texts))
                    texts.Add(string.Join(' ', tokens));
                else
                    spoken[lemma] = [string.Join(' ', tokens)];
            }
        }

        // A word of one test utterance only is a word that somebody happened to use: the classifier must get used to such words.
        known.UnionWith(spoken.Where(s => s.Value.Count > 1).Select(s => s.Key));
        return known;
    }

    private List<LabelledText> Texts(UtteranceFeatures features)
    {
        var texts = new List<LabelledText>();
        foreach (var (tokens, intent, spoken) in _inScope)
        {
            var words = features.Describe(tokens);
            for (var i = 0; i < (spoken ? TestWeight : 1); i++)
                texts.Add(new LabelledText(i == 0 ? words : Disturb(words), intent));
            if (_random.NextDouble() < 0.3)
                texts.Add(new LabelledText(Disturb(words), intent));
            if (_random.NextDouble() < 0.2 && KnockOut(words) is { } hollow)
                texts.Add(new LabelledText(hollow, ParseResult.None));
        }

        foreach (var tokens in _outOfScope)
        {
            for (var i = 0; i < TestWeight; i++)
                texts.Add(new LabelledText(features.Describe(tokens), ParseResult.None));
        }

        return texts;
    }

    /// <summary>The same with a strange word somewhere, or without one of its words.</summary>
    private string[] Disturb(string[] words)
    {
        var border = Array.IndexOf(words, "#|");
        var list = words.ToList();
        if (_random.NextDouble() < 0.6 || border < 4)
            list.Insert(_random.Next(border + 1), UtteranceFeatures.Unknown);
        else
            list.RemoveAt(_random.Next(border));
        return [.. list];
    }

    /// <summary>The shell of a request without what it asks for: nobody can know what is meant.</summary>
    private string[]? KnockOut(string[] words)
    {
        var border = Array.IndexOf(words, "#|");
        if (border < 2)
            return null;
        var hollow = words[..border].Select((w, i) => i == 0 && !w.StartsWith('#') ? w : UtteranceFeatures.Unknown).ToList();
        if (_random.NextDouble() < 0.3)
            hollow[0] = UtteranceFeatures.Unknown;
        return [.. hollow, "#|", words[border + 1]];
    }
}
