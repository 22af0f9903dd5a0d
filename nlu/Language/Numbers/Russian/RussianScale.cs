using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Numbers.Russian;

/// <summary>A scale word ("тысяча"): a noun with its own gender, declined in both numbers.</summary>
internal sealed record RussianScale(GrammaticalGender Gender, string[] Singular, string[] Plural)
{
    /// <summary>The form after a group: "одна тысяча", "две тысячи", "пять тысяч", "пятью тысячами".</summary>
    public string After(long group, GrammaticalCase grammaticalCase)
    {
        var category = Grammar.Plural.Category(group, LanguageCode.Russian);
        if (category == PluralCategory.One)
            return Singular[(int)grammaticalCase];
        if (grammaticalCase is not (GrammaticalCase.Nominative or GrammaticalCase.Accusative))
            return Plural[(int)grammaticalCase];
        return category == PluralCategory.Few ? Singular[(int)GrammaticalCase.Genitive] : Plural[(int)GrammaticalCase.Genitive];
    }
}
