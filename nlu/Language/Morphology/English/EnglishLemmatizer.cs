using System.Buffers;

namespace VoiceMed.Nlu.Language.Morphology.English;

/// <summary>Brings irregular English words to their base form and cuts the endings of the others.</summary>
/// <remarks>The cut is a light form of Porter's stemmer: plural, "-ed", "-ing" and the final "e" go, a doubled consonant becomes one.</remarks>
public sealed class EnglishLemmatizer : ILemmatizer
{
    private const int ShortestStem = 3;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <inheritdoc/>
    public string Lemma(string form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return IrregularWords.Find(form) is { } irregular ? Finish(irregular[0]) : Finish(CutEnding(form));
    }

    private static string CutEnding(string word)
    {
        if (word.Length <= ShortestStem)
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ied", StringComparison.Ordinal))
            return word.Length > 4 ? word[..^3] + 'y' : word;
        if (word.EndsWith("ing", StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - 3)) && word.Length > 5)
            return word[..^3];
        if (word.EndsWith("ed", StringComparison.Ordinal) && HasVowel(word.AsSpan(0, word.Length - 2)) && word.Length > 4)
            return word[..^2];
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal))
        {
            return word[..^2];
        }

        return word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
    }

    private static string Finish(string word)
    {
        if (word.Length > ShortestStem && word[^1] == 'e')
            word = word[..^1];
        return word.Length > ShortestStem && word[^1] == word[^2] && !EnglishSuffix.IsVowel(word[^1]) && word[^1] is not ('s' or 'l')
            ? word[..^1]
            : word;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem) => stem.ContainsAny(Vowels);
}
