namespace VoiceMed.Nlu.Templates.Automata;

/// <summary>A slot set to a constant.</summary>
internal readonly record struct AssignLabel(string Name, string Value);
