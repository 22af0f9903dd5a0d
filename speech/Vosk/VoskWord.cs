namespace VoiceMed.Speech.Vosk;

/// <summary>One word of a result, with its place in the sound.</summary>
/// <param name="Text">The word as the model spells it, lower case; <c>[unk]</c> for what no word fits.</param>
/// <param name="Start">Where it begins, from the first sample since the recogniser was created or reset.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Confidence">
/// 0 to 1, the word's posterior in the lattice (minimum Bayes risk decoding); <see langword="null"/> in alternatives, for
/// which libvosk gives none.
/// </param>
public sealed record VoskWord(string Text, TimeSpan Start, TimeSpan End, double? Confidence);
