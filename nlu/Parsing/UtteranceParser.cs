using VoiceMed.Nlu.Language;

namespace VoiceMed.Nlu.Parsing;

/// <summary>Understands utterances of one language. Immutable and thread-safe.</summary>
internal sealed class UtteranceParser(LanguageEngine engine)
{
    private const int MaximumTokens = 60;

    public LanguageEngine Engine => engine;

    public SlotFinder Slots { get; } = new(engine);

    public ParseResult Parse(string text)
    {
        var words = TextNormalizer.Words(text);
        var tokens = words.Length > MaximumTokens ? words[..MaximumTokens] : words;
        var code = engine.Linked.Language.Code;
        if (tokens.Length == 0)
            return new ParseResult(text, code, [], [], "nothing was heard");
        var templates = engine.MatchTemplates(tokens);
        if (templates.Count > 0)
        {
            return new ParseResult(text, code, [templates[0]], [.. templates.Select(m => new NearestIntent(m.Intent, m.Confidence, null))],
                $"matches \"{templates[0].Sentence}\"");
        }

        return new ParseResult(text, code, [], [], "no template matches");
    }
}
