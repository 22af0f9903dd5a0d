using VoiceMed.Nlu.Language.Calendar;
using VoiceMed.Nlu.Language.Grammar;
using VoiceMed.Nlu.Language.Numbers;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>Agreement and case for Russian replies.</summary>
public sealed class RussianReplyGrammar : IReplyGrammar
{
    /// <inheritdoc/>
    public string Plural(long count, string noun)
    {
        ArgumentNullException.ThrowIfNull(noun);
        return Grammar.Plural.Category(count, LanguageCode.Russian) switch
        {
            PluralCategory.One => noun,
            PluralCategory.Few => DeclineCounted(noun, GrammaticalNumber.Singular),
            _ => DeclineCounted(noun, GrammaticalNumber.Plural),
        };
    }

    /// <inheritdoc/>
    public string InCase(string phrase, GrammaticalCase grammaticalCase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return WordCasing.Restore(phrase, words => DeclineAll(words, grammaticalCase));
    }

    /// <inheritdoc/>
    public string NumberWords(long value, GrammaticalCase grammaticalCase = GrammaticalCase.Nominative, string? noun = null)
    {
        var (gender, animate) = AgreementOf(noun);
        return Numbers.NumberWords.Write(value, LanguageCode.Russian, grammaticalCase, gender, animate);
    }

    /// <inheritdoc/>
    public string OrdinalWords(long value, GrammaticalCase grammaticalCase = GrammaticalCase.Nominative, string? noun = null)
    {
        var (gender, animate) = AgreementOf(noun);
        return Numbers.OrdinalWords.Write(value, LanguageCode.Russian, grammaticalCase, gender, animate: animate);
    }

    /// <inheritdoc/>
    public string Date(string canonicalDate) => RussianCalendarWriter.Date(canonicalDate);

    /// <inheritdoc/>
    public string Period(string canonicalPeriod) => RussianCalendarWriter.Period(canonicalPeriod);

    private static string DeclineCounted(string noun, GrammaticalNumber number) =>
        WordCasing.Restore(noun, words =>
        {
            // After 2-4 the noun is singular, its adjectives plural: "два новых документа".
            var declined = RussianPhrase.Decline(words, GrammaticalCase.Genitive, number).Split(' ');
            var plural = RussianPhrase.Decline(words, GrammaticalCase.Genitive, GrammaticalNumber.Plural).Split(' ');
            for (var i = 0; i < words.Length && AdjectiveForm.TryParse(words[i]) is not null; i++)
                declined[i] = plural[i];
            return declined;
        });

    private static string[] DeclineAll(string[] words, GrammaticalCase grammaticalCase)
    {
        if (words.Length > 1 && words.Length <= 3 && RussianName.GenderOf(words) is { } gender)
            return [.. words.Select(word => RussianName.Decline(word, gender, grammaticalCase))];
        return RussianPhrase.Decline(words, grammaticalCase, GrammaticalNumber.Singular).Split(' ');
    }

    private static (GrammaticalGender Gender, bool Animate) AgreementOf(string? noun)
    {
        var words = noun is null ? [] : TextNormalizer.Words(noun);
        return words.Length == 0
            ? (GrammaticalGender.Masculine, false)
            : (RussianPhrase.GenderOf(words), RussianPhrase.IsAnimate(words));
    }
}
