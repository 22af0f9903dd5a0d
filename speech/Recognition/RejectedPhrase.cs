namespace VoiceMed.Speech.Recognition;

/// <summary>A phrase that the recogniser cannot be given.</summary>
/// <param name="Phrase">The phrase, lower case, without punctuation.</param>
/// <param name="UnknownWords">Its words that the model's vocabulary lacks, in order.</param>
public sealed record RejectedPhrase(string Phrase, IReadOnlyList<string> UnknownWords);
