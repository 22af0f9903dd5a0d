using VoiceMed.Speech.Vosk;

namespace VoiceMed.Speech.Recognition;

/// <summary>The outcome of one decoding of one utterance: its best paths, best first.</summary>
/// <param name="hypotheses">May be empty: the utterance was too short to decode.</param>
/// <param name="start">Where the utterance began, on the clock of the words.</param>
internal sealed class Decoding(IReadOnlyList<Hypothesis> hypotheses, TimeSpan start)
{
    internal IReadOnlyList<Hypothesis> Hypotheses { get; } = hypotheses;

    internal Hypothesis? Best => Hypotheses.Count > 0 ? Hypotheses[0] : null;

    internal static Decoding From(VoskResult result, TimeSpan start) =>
        new([.. result.Alternatives.Select(Hypothesis.From)], start);

    /// <summary>The share of the paths' probability that says <paramref name="text"/>, 0 to 1.</summary>
    internal double Posterior(string text) => Share(path => PhraseText.Same(path.Text, text));

    /// <summary>How far the best path is ahead of the next that says something else, in natural log units; infinite when it is alone.</summary>
    internal double Lead =>
        Hypotheses.FirstOrDefault(path => !PhraseText.Same(path.Text, Best!.Text)) is { } rival ? Best!.Score - rival.Score : double.PositiveInfinity;

    /// <summary>The words of <paramref name="hypothesis"/>, timed from the start of the utterance.</summary>
    internal IReadOnlyList<RecognizedWord> Words(Hypothesis hypothesis) =>
    [
        .. hypothesis.Words
            .Where(static word => word.Text != PhraseText.Unknown)
            .Select(word => new RecognizedWord(
                word.Text, word.Start - start, word.End - start, Share(path => path.Words.Any(other => IsSame(word, other))))),
    ];

    private double Share(Func<Hypothesis, bool> counts)
    {
        if (Best is null)
        {
            return 0;
        }

        var (share, total) = (0.0, 0.0);
        foreach (var path in Hypotheses)
        {
            var weight = Math.Exp(path.Score - Best.Score);
            total += weight;
            share += counts(path) ? weight : 0;
        }

        return share / total;
    }

    private static bool IsSame(VoskWord one, VoskWord other) =>
        one.Text == other.Text && one.Start < other.End && other.Start < one.End;
}
