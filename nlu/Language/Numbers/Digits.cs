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

    /// <summary>Reads digits with an ordinal ending: "2nd" and "3й" in one word, "3-го" in the two a tokenizer makes of it.</summary>
    public static bool TryReadOrdinal(ReadOnlySpan<string> tokens, int start, bool russian, out long value, out int length)
    {
        value = 0;
        length = 0;
        var token = tokens[start];
        var digits = CountLeading(token);
        if (digits is 0 or > LongestNumber)
            return false;
        var joined = digits < token.Length;
        if (!joined && start + 1 >= tokens.Length)
            return false;
        var ending = joined ? token.AsSpan(digits) : tokens[start + 1];
        if (!(russian ? IsRussianEnding(ending) : ending is "st" or "nd" or "rd" or "th"))
            return false;
        length = joined ? 1 : 2;
        return long.TryParse(token.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether a token is a decimal fraction as the normaliser writes it: "36.6".</summary>
    public static bool IsDecimal(string token)
    {
        var point = CountLeading(token);
        return point > 0 && point + 1 < token.Length && token.Length <= LongestNumber && token[point] == '.'
            && CountLeading(token[(point + 1)..]) == token.Length - point - 1;
    }

    private static bool IsRussianEnding(ReadOnlySpan<char> ending) =>
        ending is "й" or "я" or "е" or "го" or "му" or "м" or "ю" or "х" or "ый" or "ой" or "ая" or "ое" or "ого" or "ую";

    private static int CountLeading(string token)
    {
        var length = 0;
        while (length < token.Length && char.IsAsciiDigit(token[length]))
            length++;
        return length;
    }
}
