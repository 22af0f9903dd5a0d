namespace VoiceMed.Speech.Recognition;

/// <summary>
/// Makes one transcript of the two decodings of an utterance. Both score their paths with the same acoustic model on the
/// same frames, so the scores can be compared: where the phrase list had to force its words on other sounds, its best whole
/// phrase falls behind the free decoding, mostly by ten and more natural log units.
/// </summary>
internal static class Reconciler
{
    /// <summary>
    /// How far a whole phrase may lie behind the free decoding and be believed. Of clips saying a listed phrase, with noise down
    /// to 5 dB, fewer than 1 in 100 lay lower; of clips saying something else fewer than 1 in 200 higher, all at 10 dB and worse.
    /// </summary>
    internal const double ClearMargin = -4;

    /// <summary>Below this a phrase is not what was said.</summary>
    internal const double HopelessMargin = -10;

    /// <summary>
    /// The least share of the free decoding that a lone word needs to be believed against another word: short words are
    /// easily mistaken, and the list's scores favour its own.
    /// </summary>
    internal const double LoneWordPosterior = 0.15;

    /// <param name="language">Of the model.</param>
    /// <param name="phrases">The list the first decoding worked with.</param>
    /// <param name="grammar">The phrase list's decoding; <see langword="null"/> when there is none.</param>
    /// <param name="free">The free decoding.</param>
    internal static Transcript Reconcile(string language, PhraseList phrases, Decoding? grammar, Decoding free)
    {
        var heard = free.Best;
        var phrase = grammar?.Hypotheses.FirstOrDefault(path => !path.HasUnknown && phrases.IsWhole(path.Text)) ?? Shared(grammar, heard);
        var margin = phrase is not null && heard is not null ? phrase.Score - heard.Score : 0;
        var agreement = Judge(phrase, heard, margin);
        if (agreement == Agreement.GrammarMarginClear && IsDoubtfulWord(phrase!, heard!, free))
        {
            agreement = Agreement.Disagree;
        }

        var transcript = agreement switch
        {
            Agreement.Nothing => Silence(language),
            Agreement.Agree or Agreement.GrammarMarginClear => new Transcript(
                phrase!.Text, language, grammar!.Words(phrase), "", "", agreement,
                Confidence.OfPhrase(grammar.Posterior(phrase.Text), free.Posterior(phrase.Text), margin)),
            _ when heard is { Text.Length: > 0 } => new Transcript(
                heard.Text, language, free.Words(heard), "", "", agreement,
                Confidence.OfFreeText(free.Posterior(heard.Text), free.Lead) * heard.KnownShare),
            _ => new Transcript(phrase!.Text, language, grammar!.Words(phrase), "", "", agreement, 0),
        };
        return transcript with
        {
            GrammarText = grammar?.Best?.RawText ?? "",
            FreeText = heard?.RawText ?? "",
            IsWholePhrase = phrases.IsWhole(transcript.Text),
            GrammarMargin = margin,
            LogLikelihood = heard?.Score ?? double.NegativeInfinity,
        };
    }

    // Pieces of phrases put together anew, such as a name after a command: believed only where the free decoding says the same.
    private static Hypothesis? Shared(Decoding? grammar, Hypothesis? heard) =>
        grammar?.Best is { HasUnknown: false, Text.Length: > 0 } best && heard is { HasUnknown: false } && PhraseText.Same(best.Text, heard.Text) ? best : null;

    private static bool IsDoubtfulWord(Hypothesis phrase, Hypothesis heard, Decoding free) =>
        !phrase.Text.Contains(' ', StringComparison.Ordinal) && heard.Text.Length > 0 && free.Posterior(phrase.Text) < LoneWordPosterior;

    private static Agreement Judge(Hypothesis? phrase, Hypothesis? heard, double margin) => (phrase, heard) switch
    {
        (null, null or { Text.Length: 0 }) => Agreement.Nothing,
        (null, _) => Agreement.FreeOnly,
        (_, null) => Agreement.Disagree,
        _ when !heard.HasUnknown && PhraseText.Same(phrase.Text, heard.Text) => Agreement.Agree,
        _ when margin >= ClearMargin => Agreement.GrammarMarginClear,
        _ when margin >= HopelessMargin => Agreement.Disagree,
        _ when heard.Text.Length == 0 => Agreement.Nothing,
        _ => Agreement.FreeOnly,
    };

    private static Transcript Silence(string language) => new("", language, [], "", "", Agreement.Nothing, 0);
}
