using System.Collections.Concurrent;
using VoiceMed.Nlu.Packs.Contracts;

namespace VoiceMed.Nlu.Parsing;

/// <summary>
/// Describes an utterance to the classifier twice: as concepts, where values become the name of their list or type and words
/// outside the packs become one token, and as lemmas. The first generalises, the second remembers. Thread-safe.
/// </summary>
internal sealed class UtteranceFeatures
{
    /// <summary>Stands for a word that no pack knows.</summary>
    public const string Unknown = "#?";

    private const string Border = "#|";
    private const int MaximumLemmas = 20_000;
    private static readonly string[] s_types = ["period", "date", "time", "ordinal", "number"];
    private readonly LanguageEngine _engine;
    private readonly IReadOnlySet<string> _known;
    private readonly (string Token, string Type)[] _lists;
    private readonly ConcurrentDictionary<string, string> _lemmas = new(StringComparer.Ordinal);

    /// <summary>Features of one language.</summary>
    /// <param name="engine">Lists and the language.</param>
    /// <param name="known">Lemmas that the packs know.</param>
    public UtteranceFeatures(LanguageEngine engine, IReadOnlySet<string> known)
    {
        _engine = engine;
        _known = known;
        _lists = [.. engine.Entities.Gazetteers.Keys.Order(StringComparer.Ordinal).Select(l => ("#" + l, "list:" + l))];
    }

    /// <summary>The words for the classifier.</summary>
    public string[] Describe(string[] tokens)
    {
        var kept = _engine.WithoutSkipWords(tokens);
        if (kept.Length == 0)
            kept = tokens;
        var words = new List<string>((2 * kept.Length) + 1);
        var matches = new List<SpanMatch>();
        for (var at = 0; at < kept.Length;)
        {
            var (token, end) = Concept(kept, at, matches);
            words.Add(token);
            at = end;
        }

        words.Add(Border);
        foreach (var token in kept)
            words.Add(Lemma(token));
        return [.. words];
    }

    /// <summary>The lemma of a token, remembered.</summary>
    public string Lemma(string token)
    {
        if (_lemmas.TryGetValue(token, out var known))
            return known;
        var lemma = _engine.Linked.Language.Lemmatizer.Lemma(token);
        if (_lemmas.Count < MaximumLemmas)
            _lemmas[token] = lemma;
        return lemma;
    }

    private (string Token, int End) Concept(string[] tokens, int at, List<SpanMatch> matches)
    {
        var end = at;
        var concept = "";
        foreach (var (token, type) in _lists)
        {
            matches.Clear();
            _engine.Entities.Read(type, false, tokens, at, matches);
            if (matches.Count > 0 && matches[0].End > end)
                (concept, end) = (token, matches[0].End);
        }

        foreach (var type in s_types)
        {
            matches.Clear();
            _engine.Entities.Read(type, false, tokens, at, matches);
            if (matches.Count > 0 && matches[0].End > end)
                (concept, end) = ("#" + (type == "date" ? "period" : type), matches[0].End);
        }

        if (end > at)
            return (concept, end);
        var lemma = Lemma(tokens[at]);
        return (_known.Contains(lemma) ? lemma : Unknown, at + 1);
    }
}
