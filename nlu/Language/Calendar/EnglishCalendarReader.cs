using System.Globalization;
using VoiceMed.Nlu.Language.Numbers;
using Words = VoiceMed.Nlu.Language.Calendar.EnglishCalendarWords;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Reads English days and periods; times are <see cref="EnglishTimeReader"/>'s.</summary>
internal sealed class EnglishCalendarReader : ICalendarReader
{
    /// <inheritdoc/>
    public bool TryReadTime(ReadOnlySpan<string> tokens, ref int at, out string value) => EnglishTimeReader.TryRead(tokens, ref at, out value);

    /// <inheritdoc/>
    public bool TryReadDay(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        var next = at;
        Skip(tokens, ref next, "on", "from", "of", "for");
        if (!TryReadRelativeDay(tokens, ref next, out value) && !TryReadCalendarDay(tokens, ref next, out value)
            && !TryReadWeekday(tokens, ref next, out value) && !TryReadAgo(tokens, ref next, daysOnly: true, out value))
        {
            return false;
        }

        value = value.StartsWith("-P", StringComparison.Ordinal) ? value[1..] : value;
        at = next;
        return true;
    }

    /// <inheritdoc/>
    public bool TryReadPeriod(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        var next = at;
        if (!TryReadInterval(tokens, ref next, out value) && !TryReadWithPreposition(tokens, ref next, out value))
            return false;
        at = next;
        return true;
    }

    private static bool TryReadInterval(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        value = "";
        if (at >= tokens.Length)
            return false;
        var next = at + 1;
        switch (tokens[at])
        {
            case "since" or "after" or "starting":
                Skip(tokens, ref next, "from");
                if (!TryReadStart(tokens, ref next, out value))
                    return false;
                value = value.StartsWith("this-", StringComparison.Ordinal) || value == CanonicalPeriod.Today
                    ? value
                    : CanonicalPeriod.Interval(value, CanonicalPeriod.Open);
                break;
            case "until" or "till" or "before":
                if (!TryReadBody(tokens, ref next, pointed: true, out value))
                    return false;
                value = CanonicalPeriod.Interval(CanonicalPeriod.Open, value);
                break;
            case "from" or "between":
                if (!TryReadStart(tokens, ref next, out var from)
                    || !Skip(tokens, ref next, tokens[at] == "between" ? ["and"] : ["to", "till", "until", "through"])
                    || !TryReadBody(tokens, ref next, pointed: true, out var to))
                {
                    return false;
                }

                value = CanonicalPeriod.Interval(from, to);
                break;
            default:
                return false;
        }

        at = next;
        return true;
    }

    /// <summary>What can follow "since": also "the beginning of the year".</summary>
    private static bool TryReadStart(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        var next = at;
        Skip(tokens, ref next, "the");
        if (Skip(tokens, ref next, "beginning", "start") && Skip(tokens, ref next, "of"))
        {
            Skip(tokens, ref next, "the", "this");
            if (next < tokens.Length && Words.Units.TryGetValue(tokens[next], out var unit))
                return Succeed(ref at, next + 1, CanonicalPeriod.Current(unit), out value);
        }

        return TryReadBody(tokens, ref at, pointed: true, out value);
    }

    private static bool TryReadWithPreposition(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        var next = at;
        var pointed = Skip(tokens, ref next, "in", "for", "over", "during", "within", "from", "on", "of", "at", "across");
        if (!TryReadBody(tokens, ref next, pointed, out value))
            return false;
        at = next;
        return true;
    }

    /// <summary>A period without its preposition; <paramref name="pointed"/> allows what alone would be another word: "may", "spring".</summary>
    private static bool TryReadBody(ReadOnlySpan<string> tokens, ref int at, bool pointed, out string value) =>
        TryReadRelativeDay(tokens, ref at, out value)
        || TryReadCalendarDay(tokens, ref at, out value)
        || TryReadWeekday(tokens, ref at, out value)
        || TryReadMonth(tokens, ref at, pointed, out value)
        || TryReadYear(tokens, ref at, pointed, out value)
        || TryReadAgo(tokens, ref at, daysOnly: false, out value)
        || TryReadSpan(tokens, ref at, pointed, out value)
        || TryReadPointed(tokens, ref at, pointed, out value)
        || TryReadFixed(tokens, ref at, out value);

    private static bool TryReadRelativeDay(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        value = "";
        if (at >= tokens.Length)
            return false;
        var next = at;
        Skip(tokens, ref next, "earlier");
        if (next + 3 < tokens.Length && tokens.Slice(next, 4) is ["the", "day", "before", "yesterday"])
            return Succeed(ref at, next + 4, "-P2D", out value);
        if (next + 2 < tokens.Length && tokens.Slice(next, 3) is ["day", "before", "yesterday"])
            return Succeed(ref at, next + 3, "-P2D", out value);
        value = next >= tokens.Length ? "" : tokens[next] switch
        {
            "today" or "tonight" => CanonicalPeriod.Today,
            "yesterday" => CanonicalPeriod.Yesterday,
            "tomorrow" => CanonicalPeriod.Tomorrow,
            "this" when next + 1 < tokens.Length && tokens[next + 1] is "morning" or "afternoon" or "evening" => CanonicalPeriod.Today,
            _ => "",
        };
        if (value.Length == 0)
            return false;
        next += tokens[next] == "this" ? 2 : 1;
        Skip(tokens, ref next, "morning", "afternoon", "evening", "night");
        return Succeed(ref at, next, value, out value);
    }

    /// <summary>"march third [twenty twenty five]", "march 3", "the third of march", "3rd march 2025", "03.03.2025".</summary>
    private static bool TryReadCalendarDay(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        value = "";
        if (at < tokens.Length && WrittenDate.TryRead(tokens[at], out value))
        {
            at++;
            return true;
        }

        var next = at;
        if (!TryReadMonthThenDay(tokens, ref next, out var month, out var day) && !TryReadDayThenMonth(tokens, ref next, out month, out day))
            return false;
        Skip(tokens, ref next, "of", "in");
        string? year = EnglishYearReader.TryRead(tokens, ref next, out var read) ? read : null;
        if (year is null && next > at && tokens[next - 1] is "of" or "in")
            next--;
        return WrittenDate.IsDay(year is null ? null : int.Parse(year, CultureInfo.InvariantCulture), month, day)
            && Succeed(ref at, next, CanonicalPeriod.Day(month, day, year), out value);
    }

    private static bool TryReadMonthThenDay(ReadOnlySpan<string> tokens, ref int at, out int month, out int day)
    {
        day = 0;
        month = 0;
        if (at + 1 >= tokens.Length || !Words.Months.TryGetValue(tokens[at], out month))
            return false;
        var next = at + 1;
        Skip(tokens, ref next, "the");
        var year = next;

        // "march twenty twenty four" is a month of a year, not the twentieth.
        return !EnglishYearReader.TryRead(tokens, ref year, out _) && TryReadDayNumber(tokens, ref next, out day) && Succeed(ref at, next);
    }

    private static bool TryReadDayThenMonth(ReadOnlySpan<string> tokens, ref int at, out int month, out int day)
    {
        month = 0;
        var next = at;
        Skip(tokens, ref next, "the");
        if (!TryReadDayNumber(tokens, ref next, out day))
            return false;
        Skip(tokens, ref next, "of");
        return next < tokens.Length && Words.Months.TryGetValue(tokens[next], out month) && Succeed(ref at, next + 1);
    }

    private static bool TryReadDayNumber(ReadOnlySpan<string> tokens, ref int at, out int day)
    {
        day = 0;
        if (at >= tokens.Length || (!OrdinalWords.TryRead(tokens, at, LanguageCode.English, out var number, out var length)
            && !NumberWords.TryRead(tokens, at, LanguageCode.English, out number, out length)) || number is < 1 or > 31)
        {
            return false;
        }

        day = (int)number;
        at += length;
        return true;
    }

    private static bool TryReadWeekday(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        value = "";
        var next = at;
        Skip(tokens, ref next, "last", "past", "this", "previous");
        return next < tokens.Length && Words.Weekdays.TryGetValue(tokens[next], out var day)
            && Succeed(ref at, next + 1, CanonicalPeriod.Weekday(day), out value);
    }

    private static bool TryReadMonth(ReadOnlySpan<string> tokens, ref int at, bool pointed, out string value)
    {
        value = "";
        var next = at;
        pointed |= Skip(tokens, ref next, "last", "this", "past");
        if (next >= tokens.Length || !Words.Months.TryGetValue(tokens[next], out var month))
            return false;
        var name = tokens[next++];
        var end = next;
        Skip(tokens, ref end, "of");
        string? year = EnglishYearReader.TryRead(tokens, ref end, out var read) ? read : null;
        if (year is null && end + 1 < tokens.Length && tokens[end] is "last" or "this" && tokens[end + 1] == "year")
            (year, end) = (tokens[end] + "-year", end + 2);
        if (year is null && !pointed && name is "may" or "march")
            return false;
        return Succeed(ref at, year is null ? next : end, CanonicalPeriod.Month(month, year), out value);
    }

    /// <summary>"in 2024", "the year twenty twenty four": a bare number is no year.</summary>
    private static bool TryReadYear(ReadOnlySpan<string> tokens, ref int at, bool pointed, out string value)
    {
        value = "";
        var next = at;
        Skip(tokens, ref next, "the");
        pointed |= Skip(tokens, ref next, "year");
        return pointed && EnglishYearReader.TryRead(tokens, ref next, out var year) && Succeed(ref at, next, year, out value);
    }

    /// <summary>"two weeks ago", "a month ago".</summary>
    private static bool TryReadAgo(ReadOnlySpan<string> tokens, ref int at, bool daysOnly, out string value)
    {
        value = "";
        if (!TryReadCount(tokens, at, out var count, out var next) || next == at || next + 1 >= tokens.Length
            || tokens[next + 1] is not ("ago" or "back" or "earlier") || !Words.Units.TryGetValue(tokens[next], out var unit)
            || (daysOnly && unit != CalendarUnit.Day))
        {
            return false;
        }

        return Succeed(ref at, next + 2, CanonicalPeriod.Ago(count, unit), out value);
    }

    /// <summary>"the last three months", "past week", "three months" after "for" or "in".</summary>
    private static bool TryReadSpan(ReadOnlySpan<string> tokens, ref int at, bool pointed, out string value)
    {
        value = "";
        var next = at;
        var article = Skip(tokens, ref next, "the");
        var adjective = next < tokens.Length ? tokens[next] : "";
        var last = Skip(tokens, ref next, "last", "past", "previous", "recent", "latest");
        if (!last && !pointed)
            return false;
        var start = next;
        if (!TryReadCount(tokens, next, out var count, out next) || !Words.Units.TryGetValue(tokens[next], out var unit))
            return false;

        // "last week" is the calendar week before this one; "the last week", "past week" and "a week" are seven days.
        var calendarUnit = next == start && ((!article && adjective is not ("past" or "recent")) || !last);
        return !calendarUnit && Succeed(ref at, next + 1, CanonicalPeriod.Last(count, unit), out value);
    }

    /// <summary>"last week", "this year", "last spring", "spring".</summary>
    private static bool TryReadPointed(ReadOnlySpan<string> tokens, ref int at, bool pointed, out string value)
    {
        value = "";
        var next = at;
        var article = Skip(tokens, ref next, "the");
        var previous = Skip(tokens, ref next, "last", "previous", "past");
        var current = !previous && Skip(tokens, ref next, "this", "current");
        if (next >= tokens.Length)
            return false;
        if (Words.Units.TryGetValue(tokens[next], out var unit) && (previous || current) && tokens[next][^1] != 's')
            return Succeed(ref at, next + 1, previous ? CanonicalPeriod.Previous(unit) : CanonicalPeriod.Current(unit), out value);
        return Words.Seasons.TryGetValue(tokens[next], out var season) && (previous || current || pointed || article)
            && Succeed(ref at, next + 1, previous ? "last-" + season : season, out value);
    }

    private static bool TryReadFixed(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        value = "";
        var rest = tokens[Math.Min(at, tokens.Length)..];
        (value, var length) = rest switch
        {
            ["overnight", ..] => (CanonicalPeriod.LastNight, 1),
            ["last", "night", ..] => (CanonicalPeriod.LastNight, 2),
            ["the", "night", ..] => (CanonicalPeriod.LastNight, 2),
            ["the" or "last" or "this", "weekend", ..] => (CanonicalPeriod.LastWeekend, 2),
            ["all", "time", ..] => (CanonicalPeriod.Always, 2),
            ["year", "to", "date", ..] => (CanonicalPeriod.Current(CalendarUnit.Year), 3),
            ["half", "a", "year", ..] => (CanonicalPeriod.Last(6, CalendarUnit.Month), 3),
            _ => ("", 0),
        };
        return length > 0 && Succeed(ref at, at + length, value, out value);
    }

    /// <summary>A count before a unit, 1 when there is none; <paramref name="next"/> is the unit's index and lies inside the words.</summary>
    private static bool TryReadCount(ReadOnlySpan<string> tokens, int at, out long count, out int next)
    {
        (count, next) = (1, at);
        if (NumberWords.TryRead(tokens, at, LanguageCode.English, out var number, out var length) && number > 0)
        {
            (count, next) = (number, at + length);
        }
        else
        {
            Skip(tokens, ref next, "a", "an");
            if (Skip(tokens, ref next, "couple"))
                count = 2;
            else if (Skip(tokens, ref next, "few", "several"))
                count = 3;
            Skip(tokens, ref next, "of");
        }

        return next < tokens.Length;
    }

    private static bool Skip(ReadOnlySpan<string> tokens, ref int at, params ReadOnlySpan<string> words)
    {
        if (at >= tokens.Length || !words.Contains(tokens[at]))
            return false;
        at++;
        return true;
    }

    private static bool Succeed(ref int at, int next)
    {
        at = next;
        return true;
    }

    private static bool Succeed(ref int at, int next, string found, out string value)
    {
        at = next;
        value = found;
        return true;
    }
}
