using VoiceMed.Nlu.Templates.Automata;

namespace VoiceMed.Nlu.Parsing;

/// <summary>
/// Matches whole utterances against the automaton. One instance serves one utterance at a time; instances share the
/// automaton and are cheap.
/// </summary>
internal sealed class TemplateMatcher(Automaton automaton, EntityReader entities, SkipWords skip)
{
    // Far above what honest packs need; a hostile pack costs time, never a hang.
    private const int MaximumSteps = 20_000;
    private readonly Dictionary<(int Rule, int At), List<SpanMatch>> _rules = [];
    private readonly Dictionary<(int Slot, int At), List<SpanMatch>> _slots = [];
    private readonly HashSet<(AutomatonState State, int At)> _deadEnds = [];
    private readonly List<TemplateMatch> _matches = [];
    private string[] _tokens = [];
    private int[] _atoms = [];
    private int[] _skips = [];
    private int _steps;

    /// <summary>The best match of each sentence that matches, best first; valid until the next call.</summary>
    public IReadOnlyList<TemplateMatch> Match(string[] tokens)
    {
        Begin(tokens);
        if (tokens.Length > 0)
            Whole(automaton.Start, 0, 0, null);
        _matches.Sort(static (a, b) => a.Score != b.Score ? b.Score - a.Score : a.Sentence - b.Sentence);
        return _matches;
    }

    /// <summary>Every piece of the utterance that some sentence matches and that binds a slot, with its start.</summary>
    public IEnumerable<(int Start, SpanMatch Span)> Spans(string[] tokens)
    {
        Begin(tokens);
        var found = new List<SpanMatch>();
        for (var at = 0; at < tokens.Length; at++)
        {
            found.Clear();
            Part(automaton.Start, at, at, 0, null, found);
            foreach (var span in found)
            {
                if (span.Slots is not null && span.End > at)
                    yield return (at, span);
            }
        }
    }

    private void Begin(string[] tokens)
    {
        _tokens = tokens;
        _atoms = new int[tokens.Length];
        _skips = new int[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            _atoms[i] = automaton.Lexicon.Atom(tokens[i]);
            _skips[i] = skip.LengthAt(tokens, i);
        }

        _rules.Clear();
        _slots.Clear();
        _deadEnds.Clear();
        _matches.Clear();
        _steps = 0;
    }

    private bool Whole(AutomatonState state, int at, int score, SlotBinding? slots)
    {
        if (_steps++ > MaximumSteps || _deadEnds.Contains((state, at)))
            return false;
        var found = false;
        if (at == _tokens.Length)
        {
            foreach (var sentence in state.Accepts)
                Keep(new TemplateMatch(sentence, score, slots));
            found = state.Accepts.Length > 0;
        }
        else
        {
            if (_atoms[at] >= 0 && automaton.Step(state, _atoms[at]) is { } next)
                found |= Whole(next, at + 1, score + 4, slots);
            foreach (var edge in state.Slots)
            {
                foreach (var value in Slot(edge.Label, at))
                    found |= Whole(automaton.Follow(edge), value.End, score + value.Score, Bind(edge.Label, value, at, slots));
            }

            if (_skips[at] > 0)
                found |= Whole(state, at + _skips[at], score + _skips[at], slots);
        }

        foreach (var edge in state.Rules)
        {
            foreach (var span in Rule(edge.Label, at))
                found |= Whole(automaton.Follow(edge), span.End, score + span.Score, SlotBinding.Append(slots, span.Slots));
        }

        foreach (var edge in state.Assigns)
            found |= Whole(automaton.Follow(edge), at, score, Assign(edge.Label, at, slots));
        if (!found)
            _deadEnds.Add((state, at));
        return found;
    }

    private List<SpanMatch> Rule(int rule, int at)
    {
        if (_rules.TryGetValue((rule, at), out var known))
            return known;
        var spans = new List<SpanMatch>();
        _rules[(rule, at)] = spans;
        if (automaton.RuleStart(rule) is { } start)
        {
            // Collected apart: while a rule is being matched, asking for it again at the same place finds nothing (no left recursion).
            var collected = new List<SpanMatch>();
            Part(start, at, at, 0, null, collected);
            spans.AddRange(collected);
        }

        return spans;
    }

    private void Part(AutomatonState state, int from, int at, int score, SlotBinding? slots, List<SpanMatch> spans)
    {
        if (_steps++ > MaximumSteps)
            return;
        if (state.Accepts.Length > 0)
            KeepSpan(new SpanMatch(at, score, null, slots), spans);
        if (at < _tokens.Length)
        {
            if (_atoms[at] >= 0 && automaton.Step(state, _atoms[at]) is { } next)
                Part(next, from, at + 1, score + 4, slots, spans);
            foreach (var edge in state.Slots)
            {
                foreach (var value in Slot(edge.Label, at))
                    Part(automaton.Follow(edge), from, value.End, score + value.Score, Bind(edge.Label, value, at, slots), spans);
            }

            if (_skips[at] > 0 && at > from)
                Part(state, from, at + _skips[at], score + _skips[at], slots, spans);
        }

        foreach (var edge in state.Rules)
        {
            foreach (var span in Rule(edge.Label, at))
                Part(automaton.Follow(edge), from, span.End, score + span.Score, SlotBinding.Append(slots, span.Slots), spans);
        }

        foreach (var edge in state.Assigns)
            Part(automaton.Follow(edge), from, at, score, Assign(edge.Label, at, slots), spans);
    }

    private List<SpanMatch> Slot(int label, int at)
    {
        if (_slots.TryGetValue((label, at), out var known))
            return known;
        var matches = new List<SpanMatch>();
        var slot = automaton.Slots[label];
        entities.Read(slot.Type, slot.Many, _tokens, at, matches);
        return _slots[(label, at)] = matches;
    }

    private SlotBinding Bind(int label, SpanMatch value, int at, SlotBinding? slots) =>
        new(automaton.Slots[label].Name, value.Value!, at, value.End, slots);

    private SlotBinding Assign(int label, int at, SlotBinding? slots) =>
        new(automaton.Assigns[label].Name, automaton.Assigns[label].Value, at, at, slots);

    private static void KeepSpan(SpanMatch span, List<SpanMatch> spans)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].End != span.End || !Equals(spans[i].Slots, span.Slots))
                continue;
            if (span.Score > spans[i].Score)
                spans[i] = span;
            return;
        }

        spans.Add(span);
    }

    private void Keep(TemplateMatch match)
    {
        for (var i = 0; i < _matches.Count; i++)
        {
            if (_matches[i].Sentence != match.Sentence)
                continue;
            if (match.Score > _matches[i].Score)
                _matches[i] = match;
            return;
        }

        _matches.Add(match);
    }
}
