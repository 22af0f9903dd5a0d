namespace VoiceMed.Nlu.Templates.Automata;

/// <summary>An edge of the nondeterministic automaton: kind, label (index among the labels of that kind), target node.</summary>
internal readonly record struct AutomatonEdge(EdgeKind Kind, int Label, int Target);
