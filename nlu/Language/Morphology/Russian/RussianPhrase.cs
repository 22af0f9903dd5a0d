using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>Declines a noun phrase: adjectives and the first noun agree, what follows the noun ("протокол операции") stays.</summary>
internal static class RussianPhrase
{
    /// <summary>The phrase in a case and number.</summary>
    /// <param name="words">Nominative, lower case, "е" for "ё".</param>
    /// <param name="grammaticalCase">The case.</param>
    /// <param name="number">The number; a phrase without a singular stays plural.</param>
    public static string Decline(ReadOnlySpan<string> words, GrammaticalCase grammaticalCase, GrammaticalNumber number)
    {
        var head = HeadIndex(words);
        var animate = head < words.Length && NounExceptions.Animate.Contains(words[head]);
        var declined = new string[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            declined[i] = i > head ? words[i]
                : i == head ? RussianNoun.Decline(words[i])[grammaticalCase, number]
                : AdjectiveForm.TryParse(words[i])!.Decline(grammaticalCase, number, animate);
        }

        return string.Join(' ', declined);
    }

    /// <summary>The gender of the phrase's noun, or of its adjectives when it has none.</summary>
    public static GrammaticalGender GenderOf(ReadOnlySpan<string> words)
    {
        var head = HeadIndex(words);
        return head < words.Length ? RussianNoun.GenderOf(words[head]) : AdjectiveForm.TryParse(words[^1])!.Gender;
    }

    /// <summary>Whether the phrase names a living being.</summary>
    public static bool IsAnimate(ReadOnlySpan<string> words)
    {
        var head = HeadIndex(words);
        return head < words.Length && (NounExceptions.Animate.Contains(words[head]) || words[head] is "пациентка" or "медсестра");
    }

    private static int HeadIndex(ReadOnlySpan<string> words)
    {
        var head = 0;
        while (head < words.Length && AdjectiveForm.TryParse(words[head]) is not null)
            head++;
        return head;
    }
}
