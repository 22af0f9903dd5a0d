using System.Collections.Concurrent;

namespace VoiceMed.Nlu.Templates.Automata;

/// <summary>
/// The compiled templates of one language. Deterministic states are made from sets of nodes when an utterance first needs
/// them (lazy subset construction, as in Aho, Sethi and Ullman §3.9 and RE2) and kept, at most
/// <see cref="MaximumStates"/>; beyond that they are made anew each time. Thread-safe.
/// </summary>
internal sealed class Automaton
{
    public const int MaximumStates = 50_000;

    private readonly AutomatonEdge[][] _edges;
    private readonly int[][] _empty;
    private readonly int[] _accepts;
    private readonly int[] _ruleStarts;
    private readonly AutomatonState?[] _ruleStates;
    private readonly ConcurrentDictionary<NodeSet, AutomatonState> _states = new();

    public Automaton(
        AutomatonEdge[][] edges, int[][] empty, int[] accepts, int start, int[] ruleStarts, Lexicon lexicon,
        SlotLabel[] slots, AssignLabel[] assigns)
    {
        _edges = edges;
        _empty = empty;
        _accepts = accepts;
        _ruleStarts = ruleStarts;
        _ruleStates = new AutomatonState?[ruleStarts.Length];
        Lexicon = lexicon;
        Slots = slots;
        Assigns = assigns;
        Start = State([start]);
    }

    public Lexicon Lexicon { get; }

    public SlotLabel[] Slots { get; }

    public AssignLabel[] Assigns { get; }

    public AutomatonState Start { get; }

    public int RuleCount => _ruleStarts.Length;

    /// <summary>Nodes of the nondeterministic automaton, for diagnostics.</summary>
    public int NodeCount => _edges.Length;

    /// <summary>Deterministic states made so far.</summary>
    public int StateCount => _states.Count;

    public AutomatonState? RuleStart(int rule) =>
        _ruleStarts[rule] < 0 ? null : _ruleStates[rule] ??= State([_ruleStarts[rule]]);

    /// <summary>The state after the word with <paramref name="atom"/>, or null.</summary>
    public AutomatonState? Step(AutomatonState state, int atom)
    {
        if (state.TryGetStep(atom, out var known))
            return known;
        var targets = new List<int>();
        foreach (var label in Lexicon.Labels(atom))
            state.AddWordTargets(label, targets);
        var next = targets.Count == 0 ? null : State(targets);
        state.RememberStep(atom, next);
        return next;
    }

    /// <summary>The state behind an edge that is no word.</summary>
    public AutomatonState Follow(LabelledTargets edge) => edge.State ??= State(edge.Targets);

    private AutomatonState State(IReadOnlyList<int> nodes)
    {
        var closure = Closure(nodes);
        var key = new NodeSet(closure);
        if (_states.TryGetValue(key, out var known))
            return known;
        var state = new AutomatonState(closure, _edges, _accepts);
        return _states.Count >= MaximumStates ? state : _states.GetOrAdd(key, state);
    }

    private int[] Closure(IReadOnlyList<int> nodes)
    {
        var seen = new HashSet<int>();
        var stack = new Stack<int>(nodes);
        while (stack.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;
            foreach (var next in _empty[node])
                stack.Push(next);
        }

        var important = seen.Where(n => _edges[n].Length > 0 || _accepts[n] >= 0).ToArray();
        Array.Sort(important);
        return important;
    }

    private readonly struct NodeSet : IEquatable<NodeSet>
    {
        private readonly int[] _nodes;
        private readonly int _hash;

        public NodeSet(int[] nodes)
        {
            _nodes = nodes;
            var hash = new HashCode();
            foreach (var node in nodes)
                hash.Add(node);
            _hash = hash.ToHashCode();
        }

        public bool Equals(NodeSet other) => _hash == other._hash && _nodes.AsSpan().SequenceEqual(other._nodes);

        public override bool Equals(object? obj) => obj is NodeSet other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
