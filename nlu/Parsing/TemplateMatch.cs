namespace VoiceMed.Nlu.Parsing;

/// <summary>A sentence that matches a whole utterance.</summary>
/// <param name="Sentence">The sentence's number in the automaton.</param>
/// <param name="Score">Higher is more specific: 4 a word, 3 a word of a value, 1 a skipped word, 0 a word of free text.</param>
/// <param name="Slots">What was bound.</param>
internal readonly record struct TemplateMatch(int Sentence, int Score, SlotBinding? Slots);
