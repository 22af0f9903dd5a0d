using VoiceMed.Speech.Vosk;

namespace VoiceMed.Speech.Recognition;

/// <summary>The outcome of one decoding of one utterance.</summary>
/// <param name="Text">The words of the best path, <c>[unk]</c> included; may be empty.</param>
/// <param name="Score">Log-likelihood of the best path, natural logarithm.</param>
/// <param name="Posterior">0 to 1: the best text's share of the probability of the n best paths.</param>
/// <param name="Words">The words without <c>[unk]</c>.</param>
internal sealed record Decoding(string Text, double Score, double Posterior, IReadOnlyList<RecognizedWord> Words)
{
    internal static readonly Decoding Nothing = new("", 0, 0, []);

    /// <summary>Weighs the n best paths of a result against each other.</summary>
    /// <param name="result">With alternatives.</param>
    /// <param name="start">Where the utterance began, on the result's clock.</param>
    internal static Decoding From(VoskResult result, TimeSpan start)
    {
        if (result.Alternatives is not [var best, ..])
        {
            return Nothing;
        }

        var weights = result.Alternatives.Select(path => Math.Exp(path.Score - best.Score)).ToArray();
        var total = weights.Sum();
        var posterior = Share(result.Alternatives, weights, path => path.Text == best.Text) / total;
        var words = best.Words
            .Where(static word => word.Text != PhraseText.Unknown)
            .Select(word => new RecognizedWord(
                word.Text,
                word.Start - start,
                word.End - start,
                Share(result.Alternatives, weights, path => path.Words.Any(other => SameWord(word, other))) / total))
            .ToArray();
        return new Decoding(best.Text, best.Score, posterior, words);
    }

    private static double Share(IReadOnlyList<VoskAlternative> paths, double[] weights, Func<VoskAlternative, bool> counts) =>
        paths.Zip(weights).Where(pair => counts(pair.First)).Sum(static pair => pair.Second);

    private static bool SameWord(VoskWord one, VoskWord other) =>
        one.Text == other.Text && one.Start < other.End && other.Start < one.End;
}
