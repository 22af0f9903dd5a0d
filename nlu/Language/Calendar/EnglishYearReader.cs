using System.Globalization;
using VoiceMed.Nlu.Language.Numbers;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Reads English years: "2025", "two thousand five", "twenty twenty five", "nineteen eighty five", "nineteen oh five".</summary>
internal static class EnglishYearReader
{
    public static bool TryRead(ReadOnlySpan<string> tokens, ref int at, out string year)
    {
        year = "";
        if (!NumberWords.TryRead(tokens, at, LanguageCode.English, out var number, out var length))
            return false;
        var next = at + length;
        if (number is 19 or 20 && TryReadLastTwo(tokens, next, out var lastTwo, out var words))
            (number, next) = ((number * 100) + lastTwo, next + words);
        if (!CanonicalPeriod.IsYear(number))
            return false;
        at = next;
        year = number.ToString(CultureInfo.InvariantCulture);
        return true;
    }

    private static bool TryReadLastTwo(ReadOnlySpan<string> tokens, int at, out long value, out int length)
    {
        if (at + 1 < tokens.Length && tokens[at] is "oh" or "zero" or "o" && NumberWords.TryRead(tokens, at + 1, LanguageCode.English, out value, out length)
            && value is > 0 and < 10)
        {
            length++;
            return true;
        }

        return NumberWords.TryRead(tokens, at, LanguageCode.English, out value, out length) && value is >= 10 and < 100;
    }
}
