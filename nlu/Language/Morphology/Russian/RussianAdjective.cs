using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>Declines Russian adjectives, ordinals and participles by their ending alone.</summary>
/// <remarks>Source of the paradigms: Zaliznyak's adjective types 1-6. Pure and thread-safe.</remarks>
public static class RussianAdjective
{
    private static readonly string[] HardEndings = ["ый", "ой", "ого", "ому", "ым", "ом", "ая", "ую", "ое", "ые", "ых", "ыми"];

    /// <summary>One form of an adjective.</summary>
    /// <param name="lemma">Nominative singular masculine: "центральный", "третий".</param>
    /// <param name="grammaticalCase">The case.</param>
    /// <param name="gender">The gender; ignored in the plural.</param>
    /// <param name="number">Singular or plural.</param>
    /// <param name="animate">Whether the noun is a living being, which decides the accusative.</param>
    /// <returns>The form; the lemma itself when it does not end like an adjective.</returns>
    public static string Decline(
        string lemma,
        GrammaticalCase grammaticalCase,
        GrammaticalGender gender = GrammaticalGender.Masculine,
        GrammaticalNumber number = GrammaticalNumber.Singular,
        bool animate = false)
    {
        ArgumentNullException.ThrowIfNull(lemma);
        if (!IsAdjective(lemma))
            return lemma;
        var endings = Endings(lemma);
        if (grammaticalCase == GrammaticalCase.Accusative && (number == GrammaticalNumber.Plural || gender != GrammaticalGender.Feminine))
            grammaticalCase = animate && gender != GrammaticalGender.Neuter ? GrammaticalCase.Genitive : GrammaticalCase.Nominative;
        if (number == GrammaticalNumber.Singular && gender == GrammaticalGender.Masculine && grammaticalCase == GrammaticalCase.Nominative)
            return lemma;
        var index = (int)grammaticalCase;
        var stem = lemma[..^2];
        return stem + (number, gender) switch
        {
            (GrammaticalNumber.Plural, _) => endings.Plural[index],
            (_, GrammaticalGender.Feminine) => endings.Feminine[index],
            (_, GrammaticalGender.Neuter) => endings.Neuter[index],
            _ => endings.Masculine[index],
        };
    }

    /// <summary>All forms of an adjective.</summary>
    /// <param name="lemma">Nominative singular masculine.</param>
    /// <returns>Distinct forms; only the lemma when it does not end like an adjective.</returns>
    public static IReadOnlyCollection<string> Forms(string lemma)
    {
        ArgumentNullException.ThrowIfNull(lemma);
        var forms = new HashSet<string>(StringComparer.Ordinal) { lemma };
        if (!IsAdjective(lemma))
            return forms;
        var stem = lemma[..^2];
        var endings = Endings(lemma);
        foreach (var ending in endings.Masculine.Concat(endings.Feminine).Concat(endings.Neuter).Concat(endings.Plural))
        {
            if (ending.Length > 0)
                forms.Add(stem + ending);
        }

        return forms;
    }

    /// <summary>Whether a word ends like the dictionary form of an adjective.</summary>
    /// <param name="word">A word in lower case.</param>
    /// <returns><see langword="true"/> for "-ый", "-ий", "-ой" after at least two letters.</returns>
    public static bool IsAdjective(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 3 && word[^1] == 'й' && word[^2] is 'ы' or 'и' or 'о' && word[^3] is not ('а' or 'о' or 'и' or 'е');
    }

    /// <summary>Whether an ending belongs to the hard declension ("-ый", "-ого", ...).</summary>
    internal static bool IsHardEnding(ReadOnlySpan<char> ending)
    {
        foreach (var candidate in HardEndings)
        {
            if (ending.SequenceEqual(candidate))
                return true;
        }

        return false;
    }

    private static AdjectiveEndings Endings(string lemma)
    {
        if (lemma == "третий")
            return AdjectiveEndings.Possessive;
        return (lemma[^3], lemma[^2]) switch
        {
            ('ж' or 'ш' or 'щ' or 'ч', 'и') => AdjectiveEndings.Sibilant,
            ('ж' or 'ш' or 'щ' or 'ч' or 'к' or 'г' or 'х', _) => AdjectiveEndings.Velar,
            (_, 'и') => AdjectiveEndings.Soft,
            _ => AdjectiveEndings.Hard,
        };
    }
}
