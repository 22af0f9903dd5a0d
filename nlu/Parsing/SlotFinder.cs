using VoiceMed.Nlu.Packs.Contracts;

namespace VoiceMed.Nlu.Parsing;

/// <summary>
/// Finds the slots of a known intent anywhere in an utterance: what the packs' fragments match, values of the slots' types,
/// and for names what sounds like them. The longest piece wins; pieces never overlap. Immutable and thread-safe.
/// </summary>
internal sealed class SlotFinder(LanguageEngine engine)
{
    private const double Tolerance = 0.34;
    private const double SureDistance = 0.1;

    /// <summary>The values found, by slot.</summary>
    public Dictionary<string, SlotValue> Find(string[] tokens, IntentContract intent)
    {
        var slots = new Dictionary<string, SlotValue>(StringComparer.Ordinal);
        if (intent.Slots.Count == 0)
            return slots;
        var taken = new bool[tokens.Length];
        foreach (var piece in Pieces(tokens, intent).OrderByDescending(p => p.End - p.Start).ThenByDescending(p => p.Rank).ThenBy(p => p.Start))
        {
            if (taken.AsSpan(piece.Start..piece.End).Contains(true) || piece.Values.Any(v => slots.ContainsKey(v.Name)))
                continue;
            foreach (var (name, value) in piece.Values)
                slots[name] = new SlotValue(value, string.Join(' ', tokens[piece.Start..piece.End]), SlotSource.Said);
            taken.AsSpan(piece.Start..piece.End).Fill(true);
        }

        foreach (var slot in intent.Slots.Values.Where(s => s.ListName is not null && !slots.ContainsKey(s.Name)))
        {
            if (Alike(tokens, taken, slot) is { } alike)
                slots[slot.Name] = alike;
        }

        return slots;
    }

    /// <summary>The value of one slot when the utterance is an answer to the question for it, or null.</summary>
    public SlotValue? Answer(string[] tokens, SlotDefinition slot, IntentContract intent)
    {
        if (slot.Type == SlotTypes.Text)
            return tokens.Length == 0 ? null : new SlotValue(string.Join(' ', tokens), string.Join(' ', tokens), SlotSource.Said);
        return Find(tokens, intent).GetValueOrDefault(slot.Name);
    }

    /// <summary>
    /// The utterance with the words that no template knows replaced by the persons' names they sound like; null when there are none, or
    /// when one is like no name.
    /// </summary>
    public string[]? PutRight(string[] tokens)
    {
        if (!engine.Entities.Gazetteers.TryGetValue(Gazetteers.GazetteerCompiler.Persons, out var persons))
            return null;
        var repaired = new List<string>(tokens.Length);
        for (var at = 0; at < tokens.Length;)
        {
            if (engine.TemplateWords.Contains(tokens[at]))
            {
                repaired.Add(tokens[at++]);
                continue;
            }

            // One short name is like many a word: two words, or hardly a difference.
            if (persons.FindAlike(tokens, at, Tolerance, sameKey: true) is not { } hit || (hit.Length < 2 && hit.Distance > SureDistance))
                return null;
            repaired.AddRange(persons.Spoken.Select(s => (s.Value, Words: s.Text.Split(' '))).First(s => s.Value == hit.Value && s.Words.Length == hit.Length).Words);
            at += hit.Length;
        }

        return repaired.SequenceEqual(tokens) ? null : [.. repaired];
    }

    private IEnumerable<Piece> Pieces(string[] tokens, IntentContract intent)
    {
        foreach (var (start, span) in engine.FragmentSpans(tokens))
        {
            var values = new List<(string, string)>();
            for (var b = span.Slots; b is not null; b = b.Previous)
            {
                if (intent.Slots.ContainsKey(b.Name))
                    values.Add((b.Name, b.Value));
            }

            if (values.Count > 0)
                yield return new Piece(start, span.End, 1, values);
        }

        var matches = new List<SpanMatch>();
        foreach (var slot in intent.Slots.Values.Where(s => s.Type != SlotTypes.Text))
        {
            for (var start = 0; start < tokens.Length; start++)
            {
                matches.Clear();
                engine.Entities.Read(slot.Type, slot.Many, tokens, start, matches);
                foreach (var match in matches)
                    yield return new Piece(start, match.End, 0, [(slot.Name, match.Value!)]);
            }
        }
    }

    private SlotValue? Alike(string[] tokens, bool[] taken, SlotDefinition slot)
    {
        if (!engine.Entities.Gazetteers.TryGetValue(slot.ListName!, out var gazetteer))
            return null;
        Gazetteers.GazetteerHit? best = null;
        for (var start = 0; start < tokens.Length; start++)
        {
            // A word that templates know was heard right; only strangers may be garbled values.
            if (taken[start] || engine.TemplateWords.Contains(tokens[start]))
                continue;
            if (gazetteer.FindAlike(tokens, start, Tolerance) is { } hit
                && !taken.AsSpan(start, hit.Length).Contains(true)
                && (best is not { } known || hit.Distance < known.Distance))
            {
                best = hit;
            }
        }

        return best is { } found
            ? new SlotValue(found.Value, string.Join(' ', tokens[found.Start..(found.Start + found.Length)]), SlotSource.Alike)
            : null;
    }

    private sealed record Piece(int Start, int End, int Rank, IReadOnlyList<(string Name, string Value)> Values);
}
