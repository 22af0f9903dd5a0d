using System.Globalization;
using NodaTime;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Turns canonical dates and periods, which are free of today's date, into calendar days.</summary>
/// <remarks>
/// Questions about records look back: a month, weekday or season without a year is the latest one that has begun. "The last three months"
/// includes today. Pure and thread-safe.
/// </remarks>
public static class PeriodResolver
{
    /// <summary>Resolves a canonical value of the entity types <c>date</c> and <c>period</c>.</summary>
    /// <param name="value">A value as <see cref="ParsedEntity"/> describes it.</param>
    /// <param name="today">The day the question is asked.</param>
    /// <returns>The days, or null when the value is not canonical or names a day that does not exist.</returns>
    public static CalendarInterval? Resolve(string value, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value == CanonicalPeriod.Always)
            return new CalendarInterval(null, null);
        if (value.IndexOf('/') is not (>= 0 and var slash))
            return ResolveSimple(value, today);
        var (from, to) = (value[..slash], value[(slash + 1)..]);
        var start = from == CanonicalPeriod.Open ? default(CalendarInterval?) : ResolveSimple(from, today);
        var end = to == CanonicalPeriod.Open ? default(CalendarInterval?) : ResolveSimple(to, today);
        if ((start is null && from != CanonicalPeriod.Open) || (end is null && to != CanonicalPeriod.Open))
            return null;

        // "From October to March": without years the end may have to be the next one.
        if (start?.Start > end?.Start && CanonicalParts.Read(from).Year is null && ResolveSimple(from, end!.Value.Start!.Value) is { } earlier)
            start = earlier;
        return new CalendarInterval(start?.Start, end?.End);
    }

    private static CalendarInterval? ResolveSimple(string value, LocalDate today)
    {
        var parts = CanonicalParts.Read(value);
        return parts.Kind switch
        {
            CanonicalKind.Span => new CalendarInterval(Back(today, parts), today.PlusDays(1)),
            CanonicalKind.Ago => UnitAround(Back(today, parts), parts.Unit),
            CanonicalKind.Year => UnitAround(new LocalDate(int.Parse(parts.Year![..4], CultureInfo.InvariantCulture), 1, 1), 'Y'),
            CanonicalKind.Month => ResolveMonth(parts, today),
            CanonicalKind.Day => ResolveDay(parts, today),
            _ => NamedPeriods.Resolve(value, today),
        };
    }

    private static CalendarInterval? ResolveMonth(CanonicalParts parts, LocalDate today)
    {
        if (parts.Month > 12)
            return null;
        var year = YearOf(parts, today) ?? (parts.Month <= today.Month ? today.Year : today.Year - 1);
        return UnitAround(new LocalDate(year, parts.Month, 1), 'M');
    }

    private static CalendarInterval? ResolveDay(CanonicalParts parts, LocalDate today)
    {
        var year = YearOf(parts, today);
        for (var candidate = year ?? today.Year; candidate > today.Year - 5 || candidate == year; candidate--)
        {
            if (WrittenDate.IsDay(candidate, parts.Month, parts.Day) && new LocalDate(candidate, parts.Month, parts.Day) is var day
                && (year is not null || day <= today))
            {
                return new CalendarInterval(day, day.PlusDays(1));
            }
        }

        return null;
    }

    private static int? YearOf(CanonicalParts parts, LocalDate today) => parts.Year switch
    {
        null => null,
        "last-year" => today.Year - 1,
        "this-year" => today.Year,
        _ => int.Parse(parts.Year, CultureInfo.InvariantCulture),
    };

    private static LocalDate Back(LocalDate today, CanonicalParts parts) => parts.Unit switch
    {
        'D' => today.PlusDays(-parts.Count),
        'W' => today.PlusWeeks(-parts.Count),
        'M' => today.PlusMonths(-parts.Count),
        _ => today.PlusYears(-Math.Min(parts.Count, today.Year - 1)),
    };

    private static CalendarInterval UnitAround(LocalDate day, char unit)
    {
        var start = unit switch
        {
            'D' => day,
            'W' => NamedPeriods.MondayOf(day),
            'M' => new LocalDate(day.Year, day.Month, 1),
            _ => new LocalDate(day.Year, 1, 1),
        };
        var end = unit switch { 'D' => start.PlusDays(1), 'W' => start.PlusWeeks(1), 'M' => start.PlusMonths(1), _ => start.PlusYears(1) };
        return new CalendarInterval(start, end);
    }
}
