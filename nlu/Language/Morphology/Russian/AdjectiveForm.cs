using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>An adjective given in the nominative of any gender: "городская" knows that it is feminine and how it declines.</summary>
/// <param name="Lemma">The masculine nominative.</param>
/// <param name="Gender">The gender of the form that was given.</param>
/// <param name="Number">The number of the form that was given.</param>
internal sealed record AdjectiveForm(string Lemma, GrammaticalGender Gender, GrammaticalNumber Number)
{
    /// <summary>Neuter and plural nouns whose ending looks like an adjective's.</summary>
    private static readonly string[] NounEndings = ["ние", "тие", "вие", "сие", "лие", "рие", "мие", "дие", "бие", "пие", "зие", "ций", "логий"];

    /// <summary>Reads a nominative; null when the word does not look like an adjective's.</summary>
    public static AdjectiveForm? TryParse(string word)
    {
        if (word.Length < 5 && !RussianAdjective.IsAdjective(word) || NounExceptions.NotAdjectives.Contains(word) || IsNounLike(word))
            return null;
        if (RussianAdjective.IsAdjective(word))
            return new AdjectiveForm(word, GrammaticalGender.Masculine, GrammaticalNumber.Singular);
        var stem = word[..^2];
        var lemma = stem + (stem[^1] is 'г' or 'к' or 'х' or 'ж' or 'ш' or 'ч' or 'щ' ? "ий" : "ый");
        return word[^2..] switch
        {
            "ая" => new AdjectiveForm(lemma, GrammaticalGender.Feminine, GrammaticalNumber.Singular),
            "яя" => new AdjectiveForm(stem + "ий", GrammaticalGender.Feminine, GrammaticalNumber.Singular),
            "ое" => new AdjectiveForm(lemma, GrammaticalGender.Neuter, GrammaticalNumber.Singular),
            "ее" => new AdjectiveForm(stem + "ий", GrammaticalGender.Neuter, GrammaticalNumber.Singular),
            "ые" => new AdjectiveForm(lemma, GrammaticalGender.Masculine, GrammaticalNumber.Plural),
            "ие" => new AdjectiveForm(stem[^1] is 'г' or 'к' or 'х' or 'ж' or 'ш' or 'ч' or 'щ' ? lemma : stem + "ий", GrammaticalGender.Masculine, GrammaticalNumber.Plural),
            _ => word == "третья" ? new AdjectiveForm("третий", GrammaticalGender.Feminine, GrammaticalNumber.Singular) : null,
        };
    }

    /// <summary>The form of a case, keeping gender and number unless the plural is asked for.</summary>
    public string Decline(GrammaticalCase grammaticalCase, GrammaticalNumber number, bool animate) =>
        RussianAdjective.Decline(Lemma, grammaticalCase, Gender, Number == GrammaticalNumber.Plural ? Number : number, animate);

    /// <summary>Every form in every gender.</summary>
    public IEnumerable<string> AllForms() => RussianAdjective.Forms(Lemma);

    private static bool IsNounLike(string word)
    {
        foreach (var ending in NounEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word is not ("последние" or "средние" or "верхние" or "нижние" or "прежние" or "недавние"))
                return true;
        }

        return false;
    }
}
