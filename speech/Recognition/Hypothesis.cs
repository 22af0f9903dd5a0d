using VoiceMed.Speech.Vosk;

namespace VoiceMed.Speech.Recognition;

/// <summary>One text that a decoding takes for possible.</summary>
/// <param name="Text">Its words without <c>[unk]</c>, separated by single spaces; may be empty.</param>
/// <param name="RawText">Its words with <c>[unk]</c>.</param>
/// <param name="Score">Log-likelihood of its path, natural logarithm.</param>
/// <param name="Words">Its words as libvosk placed them, <c>[unk]</c> included.</param>
internal sealed record Hypothesis(string Text, string RawText, double Score, IReadOnlyList<VoskWord> Words)
{
    /// <summary>Whether a stretch of the sound is not covered by words.</summary>
    internal bool HasUnknown => Text.Length != RawText.Length;

    /// <summary>The share of the time spoken that is covered by words, 0 to 1.</summary>
    internal double KnownShare
    {
        get
        {
            var total = Words.Sum(static word => (word.End - word.Start).TotalSeconds);
            var known = Words.Where(static word => word.Text != PhraseText.Unknown).Sum(static word => (word.End - word.Start).TotalSeconds);
            return total > 0 ? known / total : 0;
        }
    }

    internal static Hypothesis From(VoskAlternative path) => new(PhraseText.Known(path.Text), path.Text, path.Score, path.Words);
}
