using VoiceMed.Nlu.Language.Calendar;
using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Morphology.English;

/// <summary>Agreement for English replies.</summary>
public sealed class EnglishReplyGrammar : IReplyGrammar
{
    /// <inheritdoc/>
    public string Plural(long count, string noun)
    {
        ArgumentNullException.ThrowIfNull(noun);
        if (noun.Length < 2 || Grammar.Plural.Category(count, LanguageCode.English) == PluralCategory.One)
            return noun;
        var last = noun.LastIndexOf(' ') + 1;
        var word = noun[last..];
        return noun[..last] + (IrregularPlurals.Find(word) ?? EnglishSuffix.WithS(word));
    }

    /// <inheritdoc/>
    public string InCase(string phrase, GrammaticalCase grammaticalCase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return grammaticalCase == GrammaticalCase.Genitive && phrase.Length > 0 ? phrase + "'s" : phrase;
    }

    /// <inheritdoc/>
    public string NumberWords(long value, GrammaticalCase grammaticalCase = GrammaticalCase.Nominative, string? noun = null) =>
        Numbers.NumberWords.Write(value, LanguageCode.English);

    /// <inheritdoc/>
    public string OrdinalWords(long value, GrammaticalCase grammaticalCase = GrammaticalCase.Nominative, string? noun = null) =>
        Numbers.OrdinalWords.Write(value, LanguageCode.English);

    /// <inheritdoc/>
    public string Date(string canonicalDate) => EnglishCalendarWriter.Date(canonicalDate);

    /// <inheritdoc/>
    public string Period(string canonicalPeriod) => EnglishCalendarWriter.Period(canonicalPeriod);
}
