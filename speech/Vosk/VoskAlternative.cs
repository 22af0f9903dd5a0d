namespace VoiceMed.Speech.Vosk;

/// <summary>One path through the lattice, from <see cref="VoskRecognizer.SetMaxAlternatives"/>.</summary>
/// <param name="Text">Its words, separated by single spaces; may be empty.</param>
/// <param name="Score">
/// Log-likelihood of the path, acoustic and language parts together, natural logarithm; larger is better. libvosk calls it
/// "confidence". Comparable between recognisers of one model on the same samples.
/// </param>
/// <param name="Words">The words with their times; empty unless <see cref="VoskRecognizer.SetWords"/> is on.</param>
public sealed record VoskAlternative(string Text, double Score, IReadOnlyList<VoskWord> Words);
