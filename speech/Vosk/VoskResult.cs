namespace VoiceMed.Speech.Vosk;

/// <summary>What libvosk made of the sound since the last result.</summary>
/// <param name="Text">The best words, separated by single spaces; empty when nothing was heard.</param>
/// <param name="Words">The words with times and confidences; empty unless <see cref="VoskRecognizer.SetWords"/> is on.</param>
/// <param name="Alternatives">The paths asked for with <see cref="VoskRecognizer.SetMaxAlternatives"/>, best first.</param>
/// <param name="SpeakerVector">The x-vector of the speaker, or empty: it takes a speaker model and about half a second of speech.</param>
/// <param name="SpeakerFrames">The number of 10 ms frames behind <paramref name="SpeakerVector"/>.</param>
public sealed record VoskResult(
    string Text,
    IReadOnlyList<VoskWord> Words,
    IReadOnlyList<VoskAlternative> Alternatives,
    IReadOnlyList<double> SpeakerVector,
    int SpeakerFrames)
{
    /// <summary>A result with nothing in it.</summary>
    public static VoskResult Empty { get; } = new("", [], [], [], 0);
}
