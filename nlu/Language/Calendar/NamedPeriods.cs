using NodaTime;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Resolves the periods that have a name: <c>yesterday</c>, <c>last-week</c>, <c>last-monday</c>, <c>spring</c>.</summary>
internal static class NamedPeriods
{
    private static readonly string[] Weekdays = ["last-monday", "last-tuesday", "last-wednesday", "last-thursday", "last-friday", "last-saturday", "last-sunday"];

    /// <summary>The days, or null for an unknown name.</summary>
    public static CalendarInterval? Resolve(string name, LocalDate today)
    {
        var monday = MondayOf(today);
        var month = new LocalDate(today.Year, today.Month, 1);
        var quarter = new LocalDate(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var year = new LocalDate(today.Year, 1, 1);
        return name switch
        {
            CanonicalPeriod.Today => Days(today, 1),
            CanonicalPeriod.Yesterday => Days(today.PlusDays(-1), 1),
            CanonicalPeriod.Tomorrow => Days(today.PlusDays(1), 1),
            CanonicalPeriod.LastNight => Days(today.PlusDays(-1), 2),
            CanonicalPeriod.LastWeekend => Days(monday.PlusDays(-2), 2),
            "this-week" => Days(monday, 7),
            "last-week" => Days(monday.PlusWeeks(-1), 7),
            "this-month" => new(month, month.PlusMonths(1)),
            "last-month" => new(month.PlusMonths(-1), month),
            "this-quarter" => new(quarter, quarter.PlusMonths(3)),
            "last-quarter" => new(quarter.PlusMonths(-3), quarter),
            "this-year" => new(year, year.PlusYears(1)),
            "last-year" => new(year.PlusYears(-1), year),
            _ when Array.IndexOf(Weekdays, name) is >= 0 and var weekday => Days(LatestWeekday(today, weekday), 1),
            _ => Season(name, today),
        };
    }

    /// <summary>The Monday of the ISO week a day is in.</summary>
    public static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>The latest such weekday before today; <paramref name="weekday"/> counts from Monday as 0.</summary>
    private static LocalDate LatestWeekday(LocalDate today, int weekday)
    {
        var back = (int)today.DayOfWeek - 1 - weekday;
        return today.PlusDays(back <= 0 ? -(back + 7) : -back);
    }

    /// <summary>The latest season that has begun; with <c>last-</c> the latest that is over.</summary>
    private static CalendarInterval? Season(string name, LocalDate today)
    {
        var over = name.StartsWith("last-", StringComparison.Ordinal);
        var firstMonth = (over ? name[5..] : name) switch { "spring" => 3, "summer" => 6, "autumn" => 9, "winter" => 12, _ => 0 };
        if (firstMonth == 0)
            return null;
        var start = new LocalDate(today.Year, firstMonth, 1);
        while (over ? start.PlusMonths(3) > today : start > today)
            start = start.PlusYears(-1);
        return new CalendarInterval(start, start.PlusMonths(3));
    }

    private static CalendarInterval Days(LocalDate start, int count) => new(start, start.PlusDays(count));
}
