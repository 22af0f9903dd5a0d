namespace VoiceMed.Speech.Recognition;

/// <summary>What was said in one utterance. Immutable.</summary>
/// <param name="Text">The best hypothesis: words separated by single spaces, lower case, without <c>[unk]</c>; may be empty.</param>
/// <param name="Language">The model's language, <c>ru</c> or <c>en</c>.</param>
/// <param name="Words">The words of <paramref name="Text"/> with times and confidences.</param>
/// <param name="GrammarText">What the phrase list's decoding heard, <c>[unk]</c> included; empty without a phrase list.</param>
/// <param name="FreeText">What the free decoding heard.</param>
/// <param name="Agreement">How the two relate, and so whether to act.</param>
/// <param name="Confidence">0 to 1: the estimated probability that every word of <paramref name="Text"/> is right.</param>
public sealed record Transcript(
    string Text,
    string Language,
    IReadOnlyList<RecognizedWord> Words,
    string GrammarText,
    string FreeText,
    Agreement Agreement,
    double Confidence)
{
    /// <summary>The least confidence at which the free decoding alone is believed; such texts were right in 95 of 100 cases (docs/speech.md).</summary>
    public const double SureFreeText = 0.85;

    /// <summary>Whether <see cref="Text"/> consists of whole phrases of the list; pieces of phrases do not count.</summary>
    public bool IsWholePhrase { get; init; }

    /// <summary>
    /// Log-likelihood of the best whole phrases of the list minus the free decoding's (natural logarithm); far below zero when
    /// the list had to force its words. 0 when no whole phrase fitted at all, or without a phrase list.
    /// </summary>
    public double GrammarMargin { get; init; }

    /// <summary>
    /// Log-likelihood of the free decoding's best path (natural logarithm). On the same samples, two models with the same
    /// acoustic model can be compared by it.
    /// </summary>
    public double LogLikelihood { get; init; } = double.NegativeInfinity;

    /// <summary>
    /// Whether there is reason enough to act on <see cref="Text"/>: the decodings agree, the phrase list's margin is clear, or the
    /// free decoding, which nothing forces, is sure of words that are not on the list (<see cref="SureFreeText"/>).
    /// </summary>
    public bool IsActionable =>
        Agreement is Agreement.Agree or Agreement.GrammarMarginClear || (Agreement == Agreement.FreeOnly && Confidence >= SureFreeText);
}
