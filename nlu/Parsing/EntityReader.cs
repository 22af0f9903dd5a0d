using VoiceMed.Nlu.Gazetteers;
using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs.Contracts;

namespace VoiceMed.Nlu.Parsing;

/// <summary>Reads slot values of any type at a place of an utterance. Immutable and thread-safe.</summary>
internal sealed class EntityReader
{
    private readonly Dictionary<string, IEntityParser> _parsers = new(StringComparer.Ordinal);
    private readonly SkipWords _conjunctions;

    public EntityReader(ILanguage language, IReadOnlyDictionary<string, Gazetteer> gazetteers, SkipWords conjunctions)
    {
        foreach (var type in SlotTypes.BuiltIn)
        {
            if (language.EntityParser(type) is { } parser)
                _parsers[type] = parser;
        }

        Gazetteers = gazetteers;
        _conjunctions = conjunctions;
    }

    public IReadOnlyDictionary<string, Gazetteer> Gazetteers { get; }

    /// <summary>Adds all values of <paramref name="type"/> that start at <paramref name="start"/>, longest first.</summary>
    public void Read(string type, bool many, string[] tokens, int start, List<SpanMatch> matches)
    {
        if (type == SlotTypes.Text)
        {
            for (var end = tokens.Length; end > start; end--)
                matches.Add(new SpanMatch(end, 0, string.Join(' ', tokens[start..end]), null));
        }
        else if (SlotTypes.ListName(type) is { } list)
        {
            if (Gazetteers.TryGetValue(list, out var gazetteer))
                ReadList(gazetteer, many, tokens, start, matches);
        }
        else if (_parsers.TryGetValue(type, out var parser) && parser.TryParse(tokens, start, out var entity) && entity.TokenCount > 0)
        {
            matches.Add(new SpanMatch(Math.Min(tokens.Length, start + entity.TokenCount), 3 * entity.TokenCount, entity.Value, null));
        }
    }

    private void ReadList(Gazetteer gazetteer, bool many, string[] tokens, int start, List<SpanMatch> matches)
    {
        var hits = new List<GazetteerHit>();
        gazetteer.Find(tokens, start, hits);
        if (hits.Count == 0)
            return;
        if (many && More(gazetteer, tokens, hits[0]) is { } several)
            matches.Add(several);
        foreach (var hit in hits)
            matches.Add(new SpanMatch(start + hit.Length, 3 * hit.Length, hit.Value, null));
    }

    private SpanMatch? More(Gazetteer gazetteer, string[] tokens, GazetteerHit first)
    {
        var values = new List<string> { first.Value };
        var end = first.Start + first.Length;
        var next = new List<GazetteerHit>();
        while (end < tokens.Length)
        {
            var at = end + _conjunctions.LengthAt(tokens, end);
            next.Clear();
            if (at < tokens.Length)
                gazetteer.Find(tokens, at, next);
            if (next.Count == 0)
                break;
            if (!values.Contains(next[0].Value))
                values.Add(next[0].Value);
            end = at + next[0].Length;
        }

        return values.Count == 1 ? null : new SpanMatch(end, 3 * (end - first.Start), string.Join(',', values), null);
    }
}
