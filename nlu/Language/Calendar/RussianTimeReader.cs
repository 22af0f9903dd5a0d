using VoiceMed.Nlu.Language.Numbers;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Reads Russian times of day: "в половине третьего", "без четверти три", "в пятнадцать тридцать", "в три часа дня".</summary>
internal static class RussianTimeReader
{
    public static bool TryRead(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        var next = at;
        if (next < tokens.Length && tokens[next] is "в" or "во" or "к" or "около")
            next++;
        if (!TryReadClock(tokens, ref next, out var hour, out var minute))
        {
            value = "";
            return false;
        }

        ApplyPartOfDay(tokens, ref next, ref hour);
        at = next;
        value = TimeOfDay.Canonical(hour, minute);
        return true;
    }

    private static bool TryReadClock(ReadOnlySpan<string> tokens, ref int at, out int hour, out int minute) =>
        TryReadNamed(tokens, ref at, out hour, out minute)
        || TryReadHalf(tokens, ref at, out hour, out minute)
        || TryReadBefore(tokens, ref at, out hour, out minute)
        || TryReadHours(tokens, ref at, out hour, out minute);

    private static bool TryReadNamed(ReadOnlySpan<string> tokens, ref int at, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        if (at >= tokens.Length || tokens[at] is not ("полдень" or "полночь"))
            return false;
        hour = tokens[at++] == "полдень" ? 12 : 0;
        return true;
    }

    /// <summary>"половине третьего", "четверть пятого", "десять минут шестого": a part of the hour that is going on.</summary>
    private static bool TryReadHalf(ReadOnlySpan<string> tokens, ref int at, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        if (at >= tokens.Length)
            return false;
        if (tokens[at].StartsWith("пол", StringComparison.Ordinal) && tokens[at].Length > 5
            && OrdinalWords.TryRead([tokens[at][3..]], 0, LanguageCode.Russian, out var joined, out _) && joined is >= 1 and <= 12)
        {
            (hour, minute) = ((int)joined - 1, 30);
            at++;
            return true;
        }

        var next = at;
        var part = tokens[at] switch { "половина" or "половине" or "половину" => 30, "четверть" => 15, _ => 0 };
        if (part > 0)
        {
            next++;
        }
        else if (NumberWords.TryRead(tokens, at, LanguageCode.Russian, out var minutes, out var length) && minutes is > 0 and < 60
            && at + length < tokens.Length && tokens[at + length].StartsWith("минут", StringComparison.Ordinal))
        {
            (part, next) = ((int)minutes, at + length + 1);
        }
        else
        {
            return false;
        }

        if (!OrdinalWords.TryRead(tokens, next, LanguageCode.Russian, out var following, out var words) || following is < 1 or > 12)
            return false;
        (hour, minute) = ((int)following - 1, part);
        at = next + words;
        return true;
    }

    /// <summary>"без четверти три", "без десяти пять".</summary>
    private static bool TryReadBefore(ReadOnlySpan<string> tokens, ref int at, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        if (at + 2 >= tokens.Length || tokens[at] != "без")
            return false;
        var next = at + 1;
        long missing = 15;
        if (tokens[next] == "четверти")
            next++;
        else if (TryReadMinutesBefore(tokens, next, out missing, out var length))
            next += length;
        else
            return false;
        if (next < tokens.Length && tokens[next].StartsWith("минут", StringComparison.Ordinal))
            next++;
        if (!NumberWords.TryRead(tokens, next, LanguageCode.Russian, out var full, out var words) || full is < 1 or > 24)
            return false;
        (hour, minute) = ((int)(full - 1), (int)(60 - missing));
        at = next + words;
        return true;
    }

    /// <summary>"без двадцати пять" is twenty to five: the hour must be left, so a compound number is split again.</summary>
    private static bool TryReadMinutesBefore(ReadOnlySpan<string> tokens, int at, out long minutes, out int length)
    {
        if (!NumberWords.TryRead(tokens, at, LanguageCode.Russian, out minutes, out length) || minutes is < 1 or > 59)
            return false;
        if (at + length >= tokens.Length && length > 1)
            return NumberWords.TryRead(tokens[..(at + length - 1)], at, LanguageCode.Russian, out minutes, out length);
        return true;
    }

    /// <summary>"три часа", "пятнадцать тридцать", "три часа пять минут".</summary>
    private static bool TryReadHours(ReadOnlySpan<string> tokens, ref int at, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        var next = at;
        var hourNamed = false;
        if (next < tokens.Length && tokens[next] == "час")
            (hour, hourNamed) = (1, true);
        else if (NumberWords.TryRead(tokens, next, LanguageCode.Russian, out var hours, out var length) && hours is >= 0 and <= 24)
            (hour, next) = ((int)hours % 24, next + length);
        else
            return false;
        if (next < tokens.Length && tokens[next].StartsWith("час", StringComparison.Ordinal))
            (next, hourNamed) = (next + 1, true);
        var minutesRead = NumberWords.TryRead(tokens, next, LanguageCode.Russian, out var minutes, out var words) && minutes is >= 0 and < 60;
        if (minutesRead)
        {
            (minute, next) = ((int)minutes, next + words);
            if (next < tokens.Length && tokens[next].StartsWith("минут", StringComparison.Ordinal))
                next++;
        }

        if (!hourNamed && !minutesRead && (next >= tokens.Length || tokens[next] is not ("утра" or "дня" or "вечера" or "ночи")))
            return false;
        at = next;
        return true;
    }

    private static void ApplyPartOfDay(ReadOnlySpan<string> tokens, ref int at, ref int hour)
    {
        if (at >= tokens.Length)
            return;
        switch (tokens[at])
        {
            case "дня" or "вечера":
                hour = hour < 12 ? hour + 12 : hour;
                at++;
                break;
            case "утра" or "ночи":
                hour = hour == 12 ? 0 : hour;
                at++;
                break;
        }
    }
}
