using VoiceMed.Nlu.Language.Numbers;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Reads English times of day: "half past two", "quarter to three", "five p m", "two thirty", "eight o'clock".</summary>
internal static class EnglishTimeReader
{
    public static bool TryRead(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        var next = at;
        if (next < tokens.Length && tokens[next] is "at" or "by" or "around")
            next++;
        if (!TryReadNamed(tokens, ref next, out var hour, out var minute) && !TryReadRelative(tokens, ref next, out hour, out minute)
            && !TryReadHours(tokens, ref next, out hour, out minute))
        {
            value = "";
            return false;
        }

        TryReadHalfOfDay(tokens, ref next, ref hour);
        at = next;
        value = TimeOfDay.Canonical(hour, minute);
        return true;
    }

    private static bool TryReadNamed(ReadOnlySpan<string> tokens, ref int at, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        if (at >= tokens.Length || tokens[at] is not ("noon" or "midday" or "midnight"))
            return false;
        hour = tokens[at++] == "midnight" ? 0 : 12;
        return true;
    }

    /// <summary>"half past two", "a quarter to three", "ten minutes past five".</summary>
    private static bool TryReadRelative(ReadOnlySpan<string> tokens, ref int at, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        var next = at;
        if (next < tokens.Length && tokens[next] == "a")
            next++;
        if (next >= tokens.Length)
            return false;
        long part = tokens[next] switch { "half" => 30, "quarter" => 15, _ => 0 };
        if (part > 0)
            next++;
        else if (NumberWords.TryRead(tokens, next, LanguageCode.English, out part, out var length) && part is > 0 and < 60)
            next += length;
        else
            return false;
        if (next < tokens.Length && tokens[next] is "minutes" or "minute")
            next++;
        if (next >= tokens.Length || tokens[next] is not ("past" or "to" or "after" or "before"))
            return false;
        var before = tokens[next++] is "to" or "before";
        if (!NumberWords.TryRead(tokens, next, LanguageCode.English, out var full, out var words) || full is < 1 or > 12)
            return false;
        (hour, minute) = before ? ((int)full - 1, 60 - (int)part) : ((int)full, (int)part);
        at = next + words;
        return true;
    }

    /// <summary>"two thirty", "five p m", "eight o'clock": a bare number is no time.</summary>
    private static bool TryReadHours(ReadOnlySpan<string> tokens, ref int at, out int hour, out int minute)
    {
        (hour, minute) = (0, 0);
        if (!NumberWords.TryRead(tokens, at, LanguageCode.English, out var hours, out var length) || hours is < 0 or > 24 || (length > 1 && hours <= 12))
            return false;
        var next = at + length;
        var certain = false;
        if (next < tokens.Length && tokens[next] is "oclock")
            (next, certain) = (next + 1, true);
        else if (NumberWords.TryRead(tokens, next, LanguageCode.English, out var minutes, out var words) && minutes is >= 10 and < 60)
            (minute, next, certain) = ((int)minutes, next + words, true);
        var probe = (int)hours;
        var after = next;
        if (!certain && !TryReadHalfOfDay(tokens, ref after, ref probe))
            return false;
        hour = (int)hours;
        at = next;
        return true;
    }

    private static bool TryReadHalfOfDay(ReadOnlySpan<string> tokens, ref int at, ref int hour)
    {
        var rest = tokens[Math.Min(at, tokens.Length)..];
        var (half, length) = rest switch
        {
            ["am", ..] or ["in", "the", "morning", ..] => ('a', rest[0] == "am" ? 1 : 3),
            ["a", "m", ..] => ('a', 2),
            ["pm", ..] => ('p', 1),
            ["p", "m", ..] => ('p', 2),
            ["in", "the", "afternoon" or "evening", ..] => ('p', 3),
            ["at", "night", ..] => ('p', 2),
            _ => (' ', 0),
        };
        if (length == 0)
            return false;
        hour = (half, hour) switch { ('a', 12) => 0, ('p', < 12) => hour + 12, _ => hour };
        at += length;
        return true;
    }
}
