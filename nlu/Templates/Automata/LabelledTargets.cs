namespace VoiceMed.Nlu.Templates.Automata;

/// <summary>All edges with one label that leave a state.</summary>
internal sealed class LabelledTargets(int label, int[] targets)
{
    public int Label { get; } = label;

    public int[] Targets { get; } = targets;

    /// <summary>The state behind, once somebody went there. Written more than once only with equal values.</summary>
    public AutomatonState? State { get; set; }
}
