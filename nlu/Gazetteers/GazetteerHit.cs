namespace VoiceMed.Nlu.Gazetteers;

/// <summary>A list value found in an utterance.</summary>
/// <param name="Value">Canonical value; several separated by '|' when the words do not tell them apart.</param>
/// <param name="Start">Index of the first word.</param>
/// <param name="Length">How many words, at least 1.</param>
/// <param name="Distance">0 when said exactly, up to the tolerance otherwise.</param>
public readonly record struct GazetteerHit(string Value, int Start, int Length, double Distance);
