using System.Collections.Concurrent;

namespace VoiceMed.Nlu.Templates.Automata;

/// <summary>A deterministic state: a set of nodes with their edges grouped by label. Thread-safe.</summary>
internal sealed class AutomatonState
{
    private readonly Dictionary<int, int[]> _words;
    private readonly ConcurrentDictionary<int, AutomatonState?> _steps = new(1, 3);

    public AutomatonState(int[] nodes, AutomatonEdge[][] edges, int[] accepts)
    {
        var grouped = nodes.SelectMany(n => edges[n]).GroupBy(e => (e.Kind, e.Label)).ToArray();
        _words = grouped.Where(g => g.Key.Kind == EdgeKind.Word).ToDictionary(g => g.Key.Label, g => g.Select(e => e.Target).ToArray());
        Slots = Targets(grouped, EdgeKind.Slot);
        Rules = Targets(grouped, EdgeKind.Rule);
        Assigns = Targets(grouped, EdgeKind.Assign);
        Accepts = [.. nodes.Select(n => accepts[n]).Where(a => a >= 0).Distinct().Order()];
    }

    public LabelledTargets[] Slots { get; }

    public LabelledTargets[] Rules { get; }

    public LabelledTargets[] Assigns { get; }

    /// <summary>The sentences that end here, in the order they were added.</summary>
    public int[] Accepts { get; }

    public IEnumerable<int> WordLabels => _words.Keys;

    public bool TryGetStep(int atom, out AutomatonState? next) => _steps.TryGetValue(atom, out next);

    public void RememberStep(int atom, AutomatonState? next) => _steps[atom] = next;

    public void AddWordTargets(int label, List<int> targets)
    {
        if (_words.TryGetValue(label, out var nodes))
            targets.AddRange(nodes);
    }

    private static LabelledTargets[] Targets(IGrouping<(EdgeKind Kind, int Label), AutomatonEdge>[] grouped, EdgeKind kind) =>
        [.. grouped.Where(g => g.Key.Kind == kind).OrderBy(g => g.Key.Label).Select(g => new LabelledTargets(g.Key.Label, [.. g.Select(e => e.Target)]))];
}
