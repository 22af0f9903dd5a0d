namespace VoiceMed.Speech.Recognition;

/// <summary>One word of a transcript.</summary>
/// <param name="Word">Lower case, as the model spells it.</param>
/// <param name="Start">Where it begins, from the first sample of the utterance.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Confidence">0 to 1: the share of the probability of the decoder's best paths that runs through this word here.</param>
public sealed record RecognizedWord(string Word, TimeSpan Start, TimeSpan End, double Confidence);
