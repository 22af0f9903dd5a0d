namespace VoiceMed.Nlu.Gazetteers;

/// <summary>The ways a person's full name is said.</summary>
internal static class PersonNames
{
    /// <summary>
    /// Russian "Иванова Мария Петровна": the surname alone, with the first name on either side, the full name in both orders,
    /// first name with patronymic. English "Mary Ann Johnson": the surname alone, first name and surname, the full name,
    /// surname first.
    /// </summary>
    public static IEnumerable<string[]> Variants(string[] words, string language)
    {
        if (words.Length == 0)
            yield break;
        yield return words;
        if (words.Length == 1)
            yield break;
        if (language == "ru")
        {
            yield return [words[0]];
            yield return [words[0], words[1]];
            yield return [words[1], words[0]];
            if (words.Length > 2)
            {
                yield return [words[1], words[2], words[0]];
                yield return [words[1], words[2]];
            }

            yield break;
        }

        yield return [words[^1]];
        yield return [words[0], words[^1]];
        yield return [words[^1], words[0]];
    }
}
