namespace VoiceMed.Nlu.Templates.Automata;

/// <summary>A slot with the type of value it takes here.</summary>
internal readonly record struct SlotLabel(string Name, string Type, bool Many);
