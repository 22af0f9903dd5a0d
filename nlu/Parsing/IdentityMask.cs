using VoiceMed.Nlu.Gazetteers;

namespace VoiceMed.Nlu.Parsing;

/// <summary>Takes out of an utterance what could tell whom it is about: names of given lists, numbers and dates.</summary>
internal static class IdentityMask
{
    private const string Blank = "…";

    // Rather one word too many than a name too few.
    private const double Tolerance = 0.2;
    private static readonly string[] s_revealing = ["number", "ordinal", "date", "period", "time"];

    public static string Apply(LanguageEngine engine, IReadOnlyList<string> lists, string[] tokens)
    {
        var hidden = tokens.Select(t => t.Any(char.IsDigit)).ToArray();
        foreach (var gazetteer in lists.Select(l => engine.Entities.Gazetteers.GetValueOrDefault(l)).OfType<Gazetteer>())
            Names(engine, gazetteer, tokens, hidden);
        var found = new List<SpanMatch>();
        for (var at = 0; at < tokens.Length; at++)
        {
            found.Clear();
            foreach (var type in s_revealing)
                engine.Entities.Read(type, false, tokens, at, found);
            foreach (var span in found)
                hidden.AsSpan(at..span.End).Fill(true);
        }

        return string.Join(' ', tokens.Select((t, i) => hidden[i] ? Blank : t));
    }

    private static void Names(LanguageEngine engine, Gazetteer gazetteer, string[] tokens, bool[] hidden)
    {
        var words = gazetteer.Words.ToHashSet(StringComparer.Ordinal);
        var phonetics = engine.Linked.Language.Phonetics;
        for (var at = 0; at < tokens.Length; at++)
        {
            var token = tokens[at];
            hidden[at] |= words.Contains(token)
                || (token.Length >= 4 && !engine.TemplateWords.Contains(token) && words.Any(w => w.Length >= 4 && phonetics.Distance(w, token) <= Tolerance));
        }
    }
}
