using System.Globalization;

namespace VoiceMed.Nlu.Language.Numbers;

/// <summary>Numbers written in digits: "25", "3-го", "3й", "2nd".</summary>
internal static class Digits
{
    /// <summary>The most digits a spoken count or year can sensibly have.</summary>
    private const int LongestNumber = 12;

    /// <summary>Reads a token of digits only.</summary>
    public static bool TryReadCardinal(string token, out long value)
    {
        value = 0;
        return CountLeading(token) is > 0 and <= LongestNumber and var length && length == token.Length
            && long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads digits with an ordinal ending of the language, with or without a hyphen.</summary>
    public static bool TryReadOrdinal(string token, string language, out long value)
    {
        value = 0;
        var length = CountLeading(token);
        if (length is 0 or > LongestNumber || length == token.Length)
            return false;
        var ending = token.AsSpan(length);
        if (ending[0] == '-')
            ending = ending[1..];
        var known = LanguageCode.IsRussian(language)
            ? ending is "й" or "я" or "е" or "го" or "му" or "м" or "ю" or "х" or "ый" or "ой" or "ая" or "ое" or "ого" or "ую"
            : ending is "st" or "nd" or "rd" or "th";
        return known && long.TryParse(token.AsSpan(0, length), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static int CountLeading(string token)
    {
        var length = 0;
        while (length < token.Length && char.IsAsciiDigit(token[length]))
            length++;
        return length;
    }
}
