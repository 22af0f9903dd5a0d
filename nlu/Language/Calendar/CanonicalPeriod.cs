using System.Globalization;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Builds the canonical, language-free values of periods and dates (see <see cref="ParsedEntity"/>).</summary>
internal static class CanonicalPeriod
{
    public const string Today = "today";
    public const string Yesterday = "yesterday";
    public const string Tomorrow = "tomorrow";
    public const string LastNight = "last-night";
    public const string LastWeekend = "last-weekend";

    /// <summary>No bound on either side: "за всё время".</summary>
    public const string Always = "..";

    /// <summary>An open bound of an interval.</summary>
    public const string Open = "..";

    /// <summary>The last so many units, today included: <c>P3M</c>. Hours round up to days.</summary>
    public static string Last(long count, CalendarUnit unit) => unit switch
    {
        CalendarUnit.Hour => Duration((count + 23) / 24, 'D'),
        CalendarUnit.Quarter => Duration(count * 3, 'M'),
        CalendarUnit.HalfYear => Duration(count * 6, 'M'),
        CalendarUnit.Day => Duration(count, 'D'),
        CalendarUnit.Week => Duration(count, 'W'),
        CalendarUnit.Month => Duration(count, 'M'),
        _ => Duration(count, 'Y'),
    };

    /// <summary>The calendar unit so many units back: <c>last-week</c>, <c>-P3M</c>.</summary>
    public static string Ago(long count, CalendarUnit unit) => (count, unit) switch
    {
        (_, CalendarUnit.Hour) => Today,
        (1, CalendarUnit.Day) => Yesterday,
        (1, not (CalendarUnit.HalfYear or CalendarUnit.Quarter)) => Previous(unit),
        _ => "-" + Last(count, unit),
    };

    /// <summary>The calendar unit before the current one.</summary>
    public static string Previous(CalendarUnit unit) => unit is CalendarUnit.Day or CalendarUnit.Hour ? Yesterday
        : unit == CalendarUnit.HalfYear ? "-P6M"
        : "last-" + Name(unit);

    /// <summary>The calendar unit today is in.</summary>
    public static string Current(CalendarUnit unit) => unit is CalendarUnit.Day or CalendarUnit.Hour ? Today
        : unit == CalendarUnit.HalfYear ? "P6M"
        : "this-" + Name(unit);

    /// <summary>A month of a year, <c>2025-03</c>, or with no year the latest one, <c>--03</c>.</summary>
    public static string Month(int month, string? year) =>
        year is null ? string.Create(CultureInfo.InvariantCulture, $"--{month:00}") : string.Create(CultureInfo.InvariantCulture, $"{year}-{month:00}");

    /// <summary>A day, <c>2025-03-03</c>, or with no year the latest one, <c>--03-03</c>.</summary>
    public static string Day(int month, int day, string? year) => Month(month, year) + string.Create(CultureInfo.InvariantCulture, $"-{day:00}");

    /// <summary>The latest such day of the week before today: <c>last-monday</c>.</summary>
    public static string Weekday(DayOfWeek day) => "last-" + day switch
    {
        DayOfWeek.Monday => "monday",
        DayOfWeek.Tuesday => "tuesday",
        DayOfWeek.Wednesday => "wednesday",
        DayOfWeek.Thursday => "thursday",
        DayOfWeek.Friday => "friday",
        DayOfWeek.Saturday => "saturday",
        _ => "sunday",
    };

    /// <summary>From the beginning of one value to the end of another.</summary>
    public static string Interval(string from, string to) => from + '/' + to;

    /// <summary>Widens a year said with two digits: up to 49 in this century, the others in the last.</summary>
    public static int FullYear(long year) => (int)(year < 50 ? 2000 + year : year < 100 ? 1900 + year : year);

    /// <summary>Whether a number can be a year of a medical record.</summary>
    public static bool IsYear(long year) => year is >= 1900 and < 2100;

    private static string Duration(long count, char unit) => string.Create(CultureInfo.InvariantCulture, $"P{Math.Clamp(count, 1, 9999)}{unit}");

    private static string Name(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Week => "week",
        CalendarUnit.Month => "month",
        CalendarUnit.Quarter => "quarter",
        _ => "year",
    };
}
