using VoiceMed.Nlu.Language.Grammar;
using VoiceMed.Nlu.Language.Numbers.English;
using VoiceMed.Nlu.Language.Numbers.Russian;

namespace VoiceMed.Nlu.Language.Numbers;

/// <summary>Cardinal numbers in words, both ways.</summary>
/// <remarks>Pure and thread-safe. Words are read in any case; "ё" and "е" are one letter.</remarks>
public static class NumberWords
{
    /// <summary>The largest magnitude that has words here: 999,999,999,999.</summary>
    public const long Largest = 999_999_999_999;

    /// <summary>Writes a number in words.</summary>
    /// <param name="value">From minus <see cref="Largest"/> to <see cref="Largest"/>, inclusive.</param>
    /// <param name="language">"ru" or "en".</param>
    /// <param name="grammaticalCase">The case, in Russian.</param>
    /// <param name="gender">The gender 1 and 2 agree in, in Russian.</param>
    /// <param name="animate">Whether living beings are counted, which changes the Russian accusative.</param>
    /// <returns>Words in lower case separated by single spaces: "двадцать одна", "twenty one".</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is beyond <see cref="Largest"/>.</exception>
    /// <exception cref="ArgumentException">The language is not supported.</exception>
    public static string Write(
        long value,
        string language,
        GrammaticalCase grammaticalCase = GrammaticalCase.Nominative,
        GrammaticalGender gender = GrammaticalGender.Masculine,
        bool animate = false)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Largest);
        ArgumentOutOfRangeException.ThrowIfLessThan(value, -Largest);
        return LanguageCode.IsRussian(language)
            ? RussianCardinalWriter.Write(value, grammaticalCase, gender, animate)
            : EnglishNumberWriter.WriteCardinal(value);
    }

    /// <summary>Reads the longest number that begins at a word: words, or digits with an optional scale word ("5 тысяч").</summary>
    /// <param name="tokens">Words in lower case.</param>
    /// <param name="start">Index of the first word.</param>
    /// <param name="language">"ru" or "en".</param>
    /// <param name="value">The number, not negative.</param>
    /// <param name="length">How many words it took.</param>
    /// <returns><see langword="true"/> when a number begins at <paramref name="start"/>.</returns>
    /// <exception cref="ArgumentException">The language is not supported.</exception>
    public static bool TryRead(ReadOnlySpan<string> tokens, int start, string language, out long value, out int length)
    {
        var russian = LanguageCode.IsRussian(language);
        value = 0;
        length = 0;
        if (start < 0 || start >= tokens.Length)
            return false;
        if (Digits.TryReadCardinal(tokens[start], out value))
        {
            length = 1;
            if (value is > 0 and < 1000 && start + 1 < tokens.Length && TryReadScale(tokens[start + 1], russian, out var scale))
                (value, length) = (value * scale, 2);
            return true;
        }

        return russian
            ? RussianCardinalReader.TryRead(tokens, start, out value, out length)
            : EnglishNumberReader.TryReadCardinal(tokens, start, out value, out length);
    }

    private static bool TryReadScale(string word, bool russian, out long scale) =>
        (russian ? RussianCardinalReader.TryGetWord(word, out scale) : EnglishNumerals.Cardinals.TryGetValue(word, out scale)) && scale >= 1000;
}
