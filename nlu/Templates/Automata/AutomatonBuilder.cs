namespace VoiceMed.Nlu.Templates.Automata;

/// <summary>
/// Compiles templates into one nondeterministic automaton over words, slots and rules (Thompson's construction, empty edges
/// kept apart). Rules stay edges, so a rule used a thousand times is compiled once. Not thread-safe.
/// </summary>
internal sealed class AutomatonBuilder
{
    private readonly List<List<AutomatonEdge>> _edges = [];
    private readonly List<List<int>> _empty = [];
    private readonly List<int> _accepts = [];
    private readonly LabelTable<WordLabel> _words = new();
    private readonly LabelTable<SlotLabel> _slots = new();
    private readonly LabelTable<AssignLabel> _assigns = new();
    private readonly LabelTable<string> _rules = new();
    private readonly Dictionary<int, int> _ruleStarts = [];

    public AutomatonBuilder() => Start = Node();

    public int Start { get; }

    /// <summary>Adds a sentence that, when matched, gives <paramref name="sentence"/>.</summary>
    /// <param name="sentence">Identifier of the sentence, 0 or more.</param>
    /// <param name="template">The template.</param>
    /// <param name="ruleKey">Rule name to the key it was added under; null when there is none.</param>
    /// <param name="slot">Slot name and written type to the label.</param>
    public void Sentence(int sentence, TemplateNode template, Func<string, string?> ruleKey, Func<string, string?, SlotLabel> slot)
    {
        var start = Node();
        _empty[Start].Add(start);
        _accepts[Compile(template, start, ruleKey, slot)] = sentence;
    }

    /// <summary>Adds a rule under <paramref name="key"/>.</summary>
    public void Rule(string key, TemplateNode template, Func<string, string?> ruleKey, Func<string, string?, SlotLabel> slot)
    {
        var start = Node();
        _accepts[Compile(template, start, ruleKey, slot)] = 0;
        _ruleStarts[_rules.IndexOf(key)] = start;
    }

    public Automaton Build(Func<WordLabel, IEnumerable<string>> forms)
    {
        var ruleStarts = Enumerable.Range(0, _rules.Count).Select(r => _ruleStarts.TryGetValue(r, out var start) ? start : -1).ToArray();
        return new Automaton(
            [.. _edges.Select(e => e.ToArray())], [.. _empty.Select(e => e.ToArray())], [.. _accepts], Start, ruleStarts,
            new Lexicon(_words.Labels, forms), [.. _slots.Labels], [.. _assigns.Labels]);
    }

    private int Compile(TemplateNode node, int from, Func<string, string?> ruleKey, Func<string, string?, SlotLabel> slot)
    {
        switch (node)
        {
            case TemplateNode.Word word:
                return Edge(from, EdgeKind.Word, _words.IndexOf(new WordLabel(word.Text, word.Inflected)));
            case TemplateNode.Slot value:
                return Edge(from, EdgeKind.Slot, _slots.IndexOf(slot(value.Name, value.Type)));
            case TemplateNode.Assign assign:
                return Edge(from, EdgeKind.Assign, _assigns.IndexOf(new AssignLabel(assign.Name, assign.Value)));
            case TemplateNode.Rule rule:
                return ruleKey(rule.Name) is { } key ? Edge(from, EdgeKind.Rule, _rules.IndexOf(key)) : Node();
            case TemplateNode.Sequence sequence:
                return sequence.Parts.Aggregate(from, (at, part) => Compile(part, at, ruleKey, slot));
            case TemplateNode.Choice choice:
                var end = Node();
                foreach (var part in choice.Choices)
                    _empty[Compile(part, from, ruleKey, slot)].Add(end);
                return end;
            case TemplateNode.Permutation permutation:
                var join = Node();
                Permute(permutation.Parts, 0, from, join, new Dictionary<int, int>(), ruleKey, slot);
                return join;
            default:
                throw new InvalidOperationException($"unknown template node {node.GetType().Name}");
        }
    }

    private void Permute(
        IReadOnlyList<TemplateNode> parts, int used, int from, int join, Dictionary<int, int> nodes, Func<string, string?> ruleKey, Func<string, string?, SlotLabel> slot)
    {
        // Nodes stand for the set of parts used so far: 2^n of them, not n!.
        if (used == (1 << parts.Count) - 1)
        {
            _empty[from].Add(join);
            return;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            var next = used | (1 << i);
            if (next == used)
                continue;
            var known = nodes.TryGetValue(next, out var node);
            if (!known)
                nodes[next] = node = Node();
            _empty[Compile(parts[i], from, ruleKey, slot)].Add(node);
            if (!known)
                Permute(parts, next, node, join, nodes, ruleKey, slot);
        }
    }

    private int Edge(int from, EdgeKind kind, int label)
    {
        var to = Node();
        _edges[from].Add(new AutomatonEdge(kind, label, to));
        return to;
    }

    private int Node()
    {
        _edges.Add([]);
        _empty.Add([]);
        _accepts.Add(-1);
        return _edges.Count - 1;
    }
}
