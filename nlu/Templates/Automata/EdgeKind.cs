namespace VoiceMed.Nlu.Templates.Automata;

/// <summary>What an edge of the automaton consumes.</summary>
internal enum EdgeKind : byte
{
    Word,
    Slot,
    Rule,
    Assign,
}
