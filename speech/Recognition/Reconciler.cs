namespace VoiceMed.Speech.Recognition;

/// <summary>Makes one transcript of the two decodings of an utterance.</summary>
internal static class Reconciler
{
    // The margin, in natural log units, by which the phrase list may fall behind the free decoding and still be believed.
    private const double ClearMargin = 0;

    internal static Transcript Reconcile(string language, PhraseList phrases, Decoding? grammar, Decoding free)
    {
        var freeText = PhraseText.Known(free.Text);
        if (grammar is null)
        {
            var alone = freeText.Length == 0 ? Agreement.Nothing : Agreement.FreeOnly;
            return new Transcript(freeText, language, free.Words, "", free.Text, alone, free.Posterior) { IsWholePhrase = phrases.IsWhole(freeText) };
        }

        var grammarText = PhraseText.Known(grammar.Text);
        var margin = grammar.Score - free.Score;
        var whole = !grammar.Text.Contains(PhraseText.Unknown, StringComparison.Ordinal) && phrases.IsWhole(grammarText);
        var agreement = (grammarText.Length, freeText.Length) switch
        {
            (0, 0) => Agreement.Nothing,
            _ when PhraseText.Same(grammar.Text, free.Text) => Agreement.Agree,
            _ when whole && margin >= ClearMargin => Agreement.GrammarMarginClear,
            _ when !whole && freeText.Length > 0 => Agreement.FreeOnly,
            _ => Agreement.Disagree,
        };
        var best = agreement is Agreement.Agree or Agreement.GrammarMarginClear || freeText.Length == 0 ? grammar : free;
        var text = PhraseText.Known(best.Text);
        return new Transcript(text, language, best.Words, grammar.Text, free.Text, agreement, best.Posterior)
        {
            IsWholePhrase = phrases.IsWhole(text),
            GrammarMargin = margin,
        };
    }
}
