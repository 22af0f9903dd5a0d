namespace VoiceMed.Nlu.Templates.Automata;

/// <summary>The words one template word stands for: itself, or all its inflected forms.</summary>
internal readonly record struct WordLabel(string Word, bool Inflected);
