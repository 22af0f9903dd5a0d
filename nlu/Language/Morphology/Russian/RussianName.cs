using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>Declines surnames, first names and patronymics, which follow rules of their own.</summary>
/// <remarks>
/// Masculine and feminine surnames differ: "Иванову Петру", "Ивановой Марии"; "Ткачуку", but a woman's "Ткачук" stays; "Шевченко" and
/// "Черных" never change. Source: Kalakutskaya, Declension of Surnames; gramota.ru. Pure and thread-safe.
/// </remarks>
public static class RussianName
{
    private static readonly string[] PossessiveEndings = ["ов", "ев", "ин", "ын"];
    private static readonly string[] SurnameEndings = ["", "а", "у", "ым", "е", "ой", "ы", "ых", "ыми"];

    /// <summary>Whether a full name is a woman's, a man's, or no name at all.</summary>
    /// <param name="words">The parts of the name in any order, lower case.</param>
    /// <returns>The gender; null when neither patronymic nor first name tells.</returns>
    public static GrammaticalGender? GenderOf(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (EndsWithAny(word, "вна", "чна", "шна"))
                return GrammaticalGender.Feminine;
            if (EndsWithAny(word, "вич", "ьич", "мич", "кич") && word.Length > 5)
                return GrammaticalGender.Masculine;
        }

        foreach (var word in words)
        {
            if (FirstNames.Feminine.Contains(word))
                return GrammaticalGender.Feminine;
            if (FirstNames.Masculine.Contains(word))
                return GrammaticalGender.Masculine;
        }

        return null;
    }

    /// <summary>One part of a name in a case.</summary>
    /// <param name="word">A surname, first name or patronymic in the nominative, lower case.</param>
    /// <param name="gender">Whose name it is.</param>
    /// <param name="grammaticalCase">The case.</param>
    /// <returns>The form.</returns>
    public static string Decline(string word, GrammaticalGender gender, GrammaticalCase grammaticalCase)
    {
        ArgumentNullException.ThrowIfNull(word);
        var feminine = gender == GrammaticalGender.Feminine;
        if (word.Length < 2 || IsIndeclinableSurname(word) || word[^1] is 'у' or 'ю' or 'э' or 'ы' or 'и' or 'о' or 'е')
            return word;
        if (FirstNames.Irregular(word) is { } irregular)
            return irregular[(int)grammaticalCase];
        if (feminine && IsPossessiveSurname(word) && word[^1] == 'а' && !FirstNames.Feminine.Contains(word))
            return FemininePossessive(word, grammaticalCase);
        if (!feminine && IsPossessiveSurname(word) && word[^1] != 'а' && !FirstNames.Masculine.Contains(word))
            return MasculinePossessive(word, grammaticalCase);
        if (AdjectiveForm.TryParse(word) is { } adjective && !FirstNames.Masculine.Contains(word))
            return adjective.Decline(grammaticalCase, GrammaticalNumber.Singular, animate: true);
        if (feminine && word[^1] is not ('а' or 'я' or 'ь') || feminine && word[^1] == 'ь' && !FirstNames.Feminine.Contains(word))
            return word;
        return grammaticalCase == GrammaticalCase.Accusative && word[^1] is not ('а' or 'я') && !feminine
            ? RussianNoun.Decline(word).Singular[(int)GrammaticalCase.Genitive]
            : RussianNoun.Decline(word).Singular[(int)grammaticalCase];
    }

    /// <summary>Whether a word ends like "Иванов" or "Иванова", "Ильин" or "Ильина".</summary>
    internal static bool IsPossessiveSurname(string word)
    {
        var masculine = word[^1] == 'а' ? word.AsSpan(0, word.Length - 1) : word;
        if (masculine.Length < 4)
            return false;
        foreach (var ending in PossessiveEndings)
        {
            if (masculine.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a surname never changes: "Черных", "Шевченко", "Живаго".</summary>
    internal static bool IsIndeclinableSurname(string word) =>
        EndsWithAny(word, "енко", "ых", "аго", "ово", "иссо") || (EndsWithAny(word, "их") && word.Length > 4);

    /// <summary>Every form of a surname like "Иванов", of both genders and the plural.</summary>
    internal static IEnumerable<string> SurnameForms(string word)
    {
        var masculine = word[^1] == 'а' ? word[..^1] : word;
        return SurnameEndings.Select(ending => masculine + ending);
    }

    private static string FemininePossessive(string word, GrammaticalCase grammaticalCase) => grammaticalCase switch
    {
        GrammaticalCase.Nominative => word,
        GrammaticalCase.Accusative => word[..^1] + 'у',
        _ => word[..^1] + "ой",
    };

    private static string MasculinePossessive(string word, GrammaticalCase grammaticalCase) => word + grammaticalCase switch
    {
        GrammaticalCase.Nominative => "",
        GrammaticalCase.Dative => "у",
        GrammaticalCase.Instrumental => "ым",
        GrammaticalCase.Prepositional => "е",
        _ => "а",
    };

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
