using VoiceMed.Nlu.Language.Grammar;
using VoiceMed.Nlu.Language.Numbers.English;
using VoiceMed.Nlu.Language.Numbers.Russian;

namespace VoiceMed.Nlu.Language.Numbers;

/// <summary>Ordinal numbers in words, both ways.</summary>
/// <remarks>Pure and thread-safe. Words are read in any case, gender and number; "ё" and "е" are one letter.</remarks>
public static class OrdinalWords
{
    /// <summary>Writes an ordinal in words.</summary>
    /// <param name="value">From 0 to <see cref="NumberWords.Largest"/>, inclusive.</param>
    /// <param name="language">"ru" or "en".</param>
    /// <param name="grammaticalCase">The case, in Russian.</param>
    /// <param name="gender">The gender, in the Russian singular.</param>
    /// <param name="number">Singular or plural, in Russian.</param>
    /// <param name="animate">Whether the noun is a living being, which changes the Russian accusative.</param>
    /// <returns>Words in lower case separated by single spaces: "двадцать первая", "twenty first".</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or too large.</exception>
    /// <exception cref="ArgumentException">The language is not supported.</exception>
    public static string Write(
        long value,
        string language,
        GrammaticalCase grammaticalCase = GrammaticalCase.Nominative,
        GrammaticalGender gender = GrammaticalGender.Masculine,
        GrammaticalNumber number = GrammaticalNumber.Singular,
        bool animate = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, NumberWords.Largest);
        return LanguageCode.IsRussian(language)
            ? RussianOrdinalWriter.Write(value, grammaticalCase, gender, number, animate)
            : EnglishNumberWriter.WriteOrdinal(value);
    }

    /// <summary>Reads the ordinal that begins at a word: words, or digits with an ending ("3-го", "2nd").</summary>
    /// <param name="tokens">Words in lower case.</param>
    /// <param name="start">Index of the first word.</param>
    /// <param name="language">"ru" or "en".</param>
    /// <param name="value">The number, not negative.</param>
    /// <param name="length">How many words it took.</param>
    /// <returns><see langword="true"/> when an ordinal begins at <paramref name="start"/>.</returns>
    /// <exception cref="ArgumentException">The language is not supported.</exception>
    public static bool TryRead(ReadOnlySpan<string> tokens, int start, string language, out long value, out int length)
    {
        var russian = LanguageCode.IsRussian(language);
        value = 0;
        length = 0;
        if (start < 0 || start >= tokens.Length)
            return false;
        if (Digits.TryReadOrdinal(tokens, start, russian, out value, out length))
            return true;
        var found = russian
            ? RussianOrdinalReader.TryRead(tokens, start, out value, out length)
            : EnglishNumberReader.TryReadOrdinal(tokens, start, out value, out length);
        if (!found)
            (value, length) = (0, 0);
        return found;
    }
}
