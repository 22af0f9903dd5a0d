namespace VoiceMed.Nlu.Language.Morphology.English;

/// <summary>The spelling rules of English endings.</summary>
internal static class EnglishSuffix
{
    private const string Vowels = "aeiou";

    /// <summary>"visit" to "visits", "biopsy" to "biopsies", "pass" to "passes".</summary>
    public static string WithS(string word)
    {
        if (word[^1] == 'y' && !IsVowel(word[^2]))
            return word[..^1] + "ies";
        return word[^1] is 's' or 'x' or 'z' || EndsWithSibilantDigraph(word) ? word + "es" : word + 's';
    }

    /// <summary>"open" to "opened", "verify" to "verified", "stop" to "stopped".</summary>
    public static string WithEd(string word) => word[^1] switch
    {
        'e' => word + 'd',
        'y' when !IsVowel(word[^2]) => word[..^1] + "ied",
        _ => Doubled(word) + "ed",
    };

    /// <summary>"take" to "taking", "stop" to "stopping", "lie" to "lying".</summary>
    public static string WithIng(string word)
    {
        if (word.EndsWith("ie", StringComparison.Ordinal))
            return word[..^2] + "ying";
        return word[^1] == 'e' && word[^2] is not ('e' or 'o' or 'y') ? word[..^1] + "ing" : Doubled(word) + "ing";
    }

    /// <summary>Whether a letter is a vowel.</summary>
    public static bool IsVowel(char letter) => Vowels.Contains(letter);

    private static bool EndsWithSibilantDigraph(string word) =>
        word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);

    /// <summary>Doubles the last consonant of a one-syllable word with a short vowel: "stop", but not "open", "show" or "read".</summary>
    private static string Doubled(string word)
    {
        var syllables = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (IsVowel(word[i]) && (i == 0 || !IsVowel(word[i - 1])))
                syllables++;
        }

        var doubles = syllables == 1 && word.Length >= 3 && word[^1] is not ('w' or 'x' or 'y') && !IsVowel(word[^1])
            && IsVowel(word[^2]) && !IsVowel(word[^3]);
        return doubles ? word + word[^1] : word;
    }
}
