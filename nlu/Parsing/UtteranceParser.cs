using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs.Contracts;

namespace VoiceMed.Nlu.Parsing;

/// <summary>
/// Understands utterances of one language: templates, then two questions in one utterance, then the classifier.
/// Thread-safe; the classifier is trained when the first utterance needs it.
/// </summary>
internal sealed class UtteranceParser
{
    private const int MaximumTokens = 60;

    /// <summary>Least probability of an intent that no template matched; chosen on paraphrases written for that.</summary>
    private const double Acceptance = 0.34;

    /// <summary>The same for half an utterance whose other half a template matched.</summary>
    private const double HalfAcceptance = 0.8;

    /// <summary>The confidence of a sentence whose names were put right by their sound.</summary>
    private const double GarbledConfidence = 0.6;

    private readonly Lazy<IntentClassifier?> _classifier;

    public UtteranceParser(LanguageEngine engine, Func<string, bool> useTest)
        : this(engine, new Lazy<IntentClassifier?>(() => IntentClassifier.Train(engine, useTest)))
    {
    }

    private UtteranceParser(LanguageEngine engine, Lazy<IntentClassifier?> classifier)
    {
        Engine = engine;
        Slots = new SlotFinder(engine);
        _classifier = classifier;
    }

    public LanguageEngine Engine { get; }

    public SlotFinder Slots { get; }

    private string Code => Engine.Linked.Language.Code;

    /// <summary>The same with other list values; the classifier stays.</summary>
    public UtteranceParser With(LanguageEngine engine) => new(engine, _classifier);

    public bool IsWarm => _classifier.IsValueCreated;

    public void WarmUp() => _ = _classifier.Value;

    public ParseResult Parse(string text)
    {
        var words = TextNormalizer.Words(text);
        var tokens = words.Length > MaximumTokens ? words[..MaximumTokens] : words;
        if (tokens.Length == 0)
            return new ParseResult(text, Code, [], [], "nothing was heard");
        var templates = Engine.MatchTemplates(tokens, out var outOfScope);
        if (outOfScope is not null)
            return new ParseResult(text, Code, [], [], $"out of scope: \"{outOfScope}\"");
        if (templates.Count > 0)
        {
            return new ParseResult(text, Code, [templates[0]], [.. templates.Select(m => Nearest(m.Intent, m.Confidence))],
                $"matches \"{templates[0].Sentence}\"");
        }

        return TwoQuestions(text, tokens) ?? Classify(text, tokens);
    }

    private ParseResult? TwoQuestions(string text, string[] tokens)
    {
        for (var at = 1; at < tokens.Length - 1; at++)
        {
            if (Engine.ConjunctionLength(tokens, at) is not (var length and > 0) || at + length >= tokens.Length)
                continue;
            var (before, after) = (tokens[..at], tokens[(at + length)..]);
            var (first, second) = (Part(before), Part(after));
            if (first is null != second is null)
            {
                // One half is certain: the other may be worded freely.
                first ??= Sure(before);
                second ??= Sure(after);
            }

            if (first is not null && second is not null && first.Intent != second.Intent)
            {
                return new ParseResult(text, Code, [first, second], [Nearest(first.Intent, first.Confidence), Nearest(second.Intent, second.Confidence)],
                    $"two questions: {first.Intent} and {second.Intent}");
            }
        }

        return null;
    }

    private IntentMatch? Sure(string[] tokens)
    {
        if (tokens.Length < 2 || _classifier.Value is not { } classifier)
            return null;
        var (scores, none) = classifier.Score(tokens);
        if (scores.Count == 0 || scores[0].Score < HalfAcceptance || scores[0].Score < none)
            return null;
        var contract = Engine.Intent(scores[0].Intent).Contract;
        return new IntentMatch(contract, Slots.Find(tokens, contract), scores[0].Score, MatchSource.Classifier, null);
    }

    private IntentMatch? Part(string[] tokens) => Engine.MatchTemplates(tokens) is [var match, ..] ? match : null;

    private ParseResult Classify(string text, string[] tokens)
    {
        if (_classifier.Value is not { } classifier)
            return new ParseResult(text, Code, [], [], "no pack has sentences in this language");
        var (scores, none) = classifier.Score(tokens);
        var nearest = scores.Select(n => Nearest(n.Intent, Math.Round(n.Score, 4))).ToArray();
        if (nearest.Length == 0 || nearest[0].Score < Acceptance || nearest[0].Score < none)
            return Garbled(text, tokens) ?? new ParseResult(text, Code, [], nearest, Rejection(tokens, nearest, none));
        var contract = Engine.Intent(nearest[0].Intent).Contract;
        var match = new IntentMatch(contract, Slots.Find(tokens, contract), nearest[0].Score, MatchSource.Classifier, null);
        return new ParseResult(text, Code, [match], nearest, $"no template matches; the classifier takes it for {match.Intent} ({match.Confidence:0.00})");
    }

    // A name the recogniser has garbled: put right by its sound, the whole sentence must match a template.
    private ParseResult? Garbled(string text, string[] tokens)
    {
        if (Slots.PutRight(tokens) is not { } repaired || Engine.MatchTemplates(repaired) is not [var match, ..] || match.Slots.Count == 0)
            return null;
        var slots = match.Slots.ToDictionary(s => s.Key, s => s.Value with { Source = SlotSource.Alike }, StringComparer.Ordinal);
        return new ParseResult(text, Code, [match with { Slots = slots, Confidence = GarbledConfidence }], [Nearest(match.Intent, GarbledConfidence)],
            $"matches \"{match.Sentence}\" when heard as \"{string.Join(' ', repaired)}\"");
    }

    private string Rejection(string[] tokens, NearestIntent[] nearest, double none)
    {
        var strange = tokens.Where(t => !Engine.TemplateWords.Contains(t)).Distinct().Take(5).ToArray();
        var words = strange.Length > 0 ? $"; words no intent uses: {string.Join(", ", strange)}" : "";
        if (nearest.Length == 0)
            return "no template matches" + words;
        var why = none > nearest[0].Score ? "it looks like something outside of what can be asked" : "no intent is probable enough";
        var hint = nearest[0].Hint is { } say ? $" (\"{say}\")" : "";
        return $"{why}{words}; nearest: {nearest[0].Intent}{hint}";
    }

    private NearestIntent Nearest(string intent, double score) => new(intent, score, Engine.Intent(intent).Hint);
}
