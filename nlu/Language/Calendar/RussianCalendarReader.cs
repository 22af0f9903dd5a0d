using System.Globalization;
using VoiceMed.Nlu.Language.Numbers;
using Words = VoiceMed.Nlu.Language.Calendar.RussianCalendarWords;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Reads Russian days and periods; times are <see cref="RussianTimeReader"/>'s.</summary>
internal sealed class RussianCalendarReader : ICalendarReader
{
    /// <inheritdoc/>
    public bool TryReadTime(ReadOnlySpan<string> tokens, ref int at, out string value) => RussianTimeReader.TryRead(tokens, ref at, out value);

    /// <inheritdoc/>
    public bool TryReadDay(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        var next = at;
        Skip(tokens, ref next, "в", "во", "от", "за", "на");
        if (!TryReadRelativeDay(tokens, ref next, out value) && !TryReadCalendarDay(tokens, ref next, out value)
            && !TryReadWeekday(tokens, ref next, out value) && !TryReadAgo(tokens, ref next, daysOnly: true, out value))
        {
            return false;
        }

        value = value.TrimStart('-') is ['P', ..] and var ago ? ago : value;
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
        var next = at;
        Skip(tokens, ref next, "начиная");
        if (next >= tokens.Length)
            return false;
        var opening = tokens[next++];
        if (opening is "до" or "по")
        {
            if (!TryReadBody(tokens, ref next, counted: false, out var end))
                return false;
            value = CanonicalPeriod.Interval(CanonicalPeriod.Open, end);
        }
        else if (opening is "с" or "со" or "между" or "после")
        {
            if (!TryReadStart(tokens, ref next, out var start))
                return false;
            var closed = next;
            var closing = opening == "между" ? "и" : "по";
            value = Skip(tokens, ref closed, closing, "до") && TryReadBody(tokens, ref closed, counted: false, out var end)
                ? CanonicalPeriod.Interval(start, end)
                : start.StartsWith("this-", StringComparison.Ordinal) || start == CanonicalPeriod.Today ? start
                : CanonicalPeriod.Interval(start, CanonicalPeriod.Open);
            next = value.EndsWith("..", StringComparison.Ordinal) || !value.Contains('/') ? next : closed;
        }
        else
        {
            return false;
        }

        at = next;
        return true;
    }

    /// <summary>What can follow "с": also "с начала года", "с первого числа", "с утра".</summary>
    private static bool TryReadStart(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        var next = at;
        if (Skip(tokens, ref next, "начала"))
        {
            Skip(tokens, ref next, "этого", "текущего", "нынешнего");
            if (next < tokens.Length && Words.Units.TryGetValue(tokens[next], out var unit))
            {
                at = next + 1;
                value = CanonicalPeriod.Current(unit);
                return true;
            }
        }

        next = at;
        if (Skip(tokens, ref next, "первого") && Skip(tokens, ref next, "числа"))
            return Succeed(ref at, next, CanonicalPeriod.Current(CalendarUnit.Month), out value);
        next = at;
        if (Skip(tokens, ref next, "утра"))
            return Succeed(ref at, next, CanonicalPeriod.Today, out value);
        next = at;
        if (Skip(tokens, ref next, "вчерашнего") && Skip(tokens, ref next, "дня"))
            return Succeed(ref at, next, CanonicalPeriod.Yesterday, out value);
        return TryReadBody(tokens, ref at, counted: false, out value);
    }

    private static bool TryReadWithPreposition(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        var next = at;
        var counted = Skip(tokens, ref next, "за");
        if (!counted && Skip(tokens, ref next, "в") && Skip(tokens, ref next, "течение"))
            counted = true;
        if (!counted)
            Skip(tokens, ref next, "в", "во", "на", "от");
        if (!TryReadBody(tokens, ref next, counted, out value))
            return false;
        at = next;
        return true;
    }

    /// <summary>A period without its preposition; <paramref name="counted"/> allows a bare "три месяца", "неделю".</summary>
    private static bool TryReadBody(ReadOnlySpan<string> tokens, ref int at, bool counted, out string value) =>
        TryReadRelativeDay(tokens, ref at, out value)
        || TryReadCalendarDay(tokens, ref at, out value)
        || TryReadWeekday(tokens, ref at, out value)
        || TryReadMonth(tokens, ref at, out value)
        || TryReadYear(tokens, ref at, out value)
        || TryReadAgo(tokens, ref at, daysOnly: false, out value)
        || TryReadPointed(tokens, ref at, out value)
        || TryReadSeason(tokens, ref at, out value)
        || TryReadSpan(tokens, ref at, counted, out value)
        || TryReadFixed(tokens, ref at, counted, out value);

    private static bool TryReadRelativeDay(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        value = "";
        if (at >= tokens.Length)
            return false;
        value = tokens[at] switch
        {
            "сегодня" => CanonicalPeriod.Today,
            "вчера" => CanonicalPeriod.Yesterday,
            "позавчера" => "-P2D",
            "завтра" => CanonicalPeriod.Tomorrow,
            _ => "",
        };
        if (value.Length == 0)
            return false;
        at++;
        Skip(tokens, ref at, "утром", "днем", "вечером", "ночью");
        return true;
    }

    /// <summary>"третьего марта [двадцать пятого года]", "3 марта 2025", "03.03.2025".</summary>
    private static bool TryReadCalendarDay(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        value = "";
        if (at < tokens.Length && WrittenDate.TryRead(tokens[at], out value))
        {
            at++;
            return true;
        }

        if (!OrdinalWords.TryRead(tokens, at, LanguageCode.Russian, out var day, out var length)
            && !(NumberWords.TryRead(tokens, at, LanguageCode.Russian, out day, out length) && length == 1 && char.IsAsciiDigit(tokens[at][0])))
        {
            return false;
        }

        var next = at + length;
        if (next >= tokens.Length || day is < 1 or > 31 || !Words.Months.TryGetValue(tokens[next], out var month))
            return false;
        next++;
        TryReadYearOf(tokens, ref next, out var year);
        if (!WrittenDate.IsDay(year is { Length: 4 } ? int.Parse(year, CultureInfo.InvariantCulture) : null, month, (int)day))
            return false;
        return Succeed(ref at, next, CanonicalPeriod.Day(month, (int)day, year), out value);
    }

    private static bool TryReadWeekday(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        value = "";
        var next = at;
        if (next < tokens.Length && (Words.Previous.Contains(tokens[next]) || Words.Last.Contains(tokens[next]) || Words.Current.Contains(tokens[next])))
            next++;
        return next < tokens.Length && Words.Weekdays.TryGetValue(tokens[next], out var day)
            && Succeed(ref at, next + 1, CanonicalPeriod.Weekday(day), out value);
    }

    private static bool TryReadMonth(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        value = "";
        var next = at;
        string? year = null;
        if (next < tokens.Length && Words.Previous.Contains(tokens[next]))
            next++;
        if (next >= tokens.Length || !Words.Months.TryGetValue(tokens[next], out var month))
            return false;
        next++;
        TryReadYearOf(tokens, ref next, out year);
        return Succeed(ref at, next, CanonicalPeriod.Month(month, year), out value);
    }

    /// <summary>"2025 год", "две тысячи двадцать пятом году", "двадцать четвертый год".</summary>
    private static bool TryReadYear(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        var next = at;
        value = "";
        return TryReadYearOf(tokens, ref next, out var year) && year is { Length: 4 } && Succeed(ref at, next, year, out value);
    }

    /// <summary>The year after a day or month: a number, or "прошлого года"; null and <see langword="false"/> when none follows.</summary>
    private static bool TryReadYearOf(ReadOnlySpan<string> tokens, ref int at, out string? year)
    {
        year = null;
        if (at >= tokens.Length)
            return false;
        if (at + 1 < tokens.Length && tokens[at + 1] is "года" or "году")
        {
            year = Words.Previous.Contains(tokens[at]) ? "last-year" : Words.Current.Contains(tokens[at]) ? "this-year" : null;
            if (year is not null)
            {
                at += 2;
                return true;
            }
        }

        if (!OrdinalWords.TryRead(tokens, at, LanguageCode.Russian, out var number, out var length)
            && !(NumberWords.TryRead(tokens, at, LanguageCode.Russian, out number, out length) && char.IsAsciiDigit(tokens[at][0])))
        {
            return false;
        }

        var next = at + length;
        var named = next < tokens.Length && Words.Units.TryGetValue(tokens[next], out var unit) && unit == CalendarUnit.Year && tokens[next] != "лет";
        if (!(named && number < 100) && !CanonicalPeriod.IsYear(number))
            return false;
        at = named ? next + 1 : next;
        year = CanonicalPeriod.FullYear(number).ToString(CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>"две недели назад", "год назад".</summary>
    private static bool TryReadAgo(ReadOnlySpan<string> tokens, ref int at, bool daysOnly, out string value)
    {
        value = "";
        if (!TryReadCount(tokens, at, out var count, out var next) || next + 1 >= tokens.Length || tokens[next + 1] is not ("назад" or "тому")
            || !Words.Units.TryGetValue(tokens[next], out var unit) || (daysOnly && unit != CalendarUnit.Day))
        {
            return false;
        }

        next += 2;
        Skip(tokens, ref next, "назад");
        return Succeed(ref at, next, CanonicalPeriod.Ago(count, unit), out value);
    }

    /// <summary>"прошлую неделю", "этом году", "позапрошлый месяц".</summary>
    private static bool TryReadPointed(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        value = "";
        if (at + 1 >= tokens.Length || !Words.Units.TryGetValue(tokens[at + 1], out var unit) || tokens[at + 1] == "лет")
            return false;
        if (Words.Previous.Contains(tokens[at]))
            value = CanonicalPeriod.Previous(unit);
        else if (Words.BeforePrevious.Contains(tokens[at]))
            value = CanonicalPeriod.Ago(2, unit);
        else if (Words.Current.Contains(tokens[at]))
            value = CanonicalPeriod.Current(unit);
        return value.Length > 0 && Succeed(ref at, at + 2, value, out value);
    }

    private static bool TryReadSeason(ReadOnlySpan<string> tokens, ref int at, out string value)
    {
        value = "";
        var next = at;
        var previous = next < tokens.Length && Words.Previous.Contains(tokens[next]);
        if (previous || (next < tokens.Length && Words.Current.Contains(tokens[next])))
            next++;
        if (next >= tokens.Length || !Words.Seasons.TryGetValue(tokens[next], out var season) || tokens[next] == "лет")
            return false;
        return Succeed(ref at, next + 1, previous ? "last-" + season : season, out value);
    }

    /// <summary>"последние три месяца", "последнюю неделю" and, where allowed, "три месяца", "неделю".</summary>
    private static bool TryReadSpan(ReadOnlySpan<string> tokens, ref int at, bool counted, out string value)
    {
        value = "";
        var next = at;
        var last = next < tokens.Length && (Words.Last.Contains(tokens[next]) || Words.Previous.Contains(tokens[next]));
        if (last)
            next++;
        if ((!last && !counted) || !TryReadCount(tokens, next, out var count, out next) || !Words.Units.TryGetValue(tokens[next], out var unit))
            return false;
        return Succeed(ref at, next + 1, CanonicalPeriod.Last(count, unit), out value);
    }

    private static bool TryReadFixed(ReadOnlySpan<string> tokens, ref int at, bool counted, out string value)
    {
        value = "";
        if (at >= tokens.Length)
            return false;
        if (at + 1 < tokens.Length && tokens[at] == "все" && tokens[at + 1] is "время" or "годы")
            return Succeed(ref at, at + 2, CanonicalPeriod.Always, out value);
        if (at + 1 < tokens.Length && Words.Previous.Contains(tokens[at]) && tokens[at + 1] is "ночью" or "ночь" or "выходные")
            return Succeed(ref at, at + 2, tokens[at + 1] == "выходные" ? CanonicalPeriod.LastWeekend : CanonicalPeriod.LastNight, out value);
        value = tokens[at] switch
        {
            "утром" => CanonicalPeriod.Today,
            "ночью" => CanonicalPeriod.LastNight,
            "ночь" when counted => CanonicalPeriod.LastNight,
            "выходные" or "выходных" => CanonicalPeriod.LastWeekend,
            "днях" => "P3D",
            _ => "",
        };
        return value.Length > 0 && Succeed(ref at, at + 1, value, out value);
    }

    /// <summary>A count before a unit, 1 when there is none; <paramref name="next"/> is the unit's index and lies inside the words.</summary>
    private static bool TryReadCount(ReadOnlySpan<string> tokens, int at, out long count, out int next)
    {
        count = 1;
        next = at;
        if (NumberWords.TryRead(tokens, at, LanguageCode.Russian, out var number, out var length) && number > 0)
            (count, next) = (number, at + length);
        else if (at < tokens.Length && tokens[at] is "несколько")
            (count, next) = (3, at + 1);
        return next < tokens.Length;
    }

    private static bool Skip(ReadOnlySpan<string> tokens, ref int at, params ReadOnlySpan<string> words)
    {
        if (at >= tokens.Length || !words.Contains(tokens[at]))
            return false;
        at++;
        return true;
    }

    private static bool Succeed(ref int at, int next, string found, out string value)
    {
        at = next;
        value = found;
        return true;
    }
}
