using System.Globalization;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Says canonical dates and periods in English.</summary>
internal static class EnglishCalendarWriter
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>"March 3, 2025", "yesterday"; a value that is not canonical comes back unchanged.</summary>
    public static string Date(string value)
    {
        var parts = CanonicalParts.Read(value);
        return parts.Kind switch
        {
            CanonicalKind.Day => Day(parts),
            CanonicalKind.Span => Counted(parts) + " ago",
            CanonicalKind.Named => Named(value),
            _ => value,
        };
    }

    /// <summary>"over the last 3 months", "from January to March"; a value that is not canonical comes back unchanged.</summary>
    public static string Period(string value)
    {
        if (value == CanonicalPeriod.Always)
            return "at any time";
        if (value.IndexOf('/') is not (>= 0 and var slash))
            return Adverbial(value);
        var (from, to) = (value[..slash], value[(slash + 1)..]);
        return (from, to) switch
        {
            (_, CanonicalPeriod.Open) => "since " + Bound(from),
            (CanonicalPeriod.Open, _) => "until " + Bound(to),
            _ => $"from {Bound(from)} to {Bound(to)}",
        };
    }

    private static string Adverbial(string value)
    {
        var parts = CanonicalParts.Read(value);
        return parts.Kind switch
        {
            CanonicalKind.Span => "over the last " + (parts.Count == 1 ? Unit(parts) : Counted(parts)),
            CanonicalKind.Ago => Counted(parts) + " ago",
            CanonicalKind.Year or CanonicalKind.Month => "in " + Bound(value),
            CanonicalKind.Day => "on " + Day(parts),
            _ when value.EndsWith("day", StringComparison.Ordinal) && value.StartsWith("last-", StringComparison.Ordinal) => "on " + Bound(value),
            _ when value is "spring" or "summer" or "autumn" or "winter" => "in " + value,
            _ => Named(value),
        };
    }

    private static string Bound(string value)
    {
        var parts = CanonicalParts.Read(value);
        return parts.Kind switch
        {
            CanonicalKind.Month => Months[parts.Month - 1] + OfYear(parts.Year, " "),
            CanonicalKind.Day => Day(parts),
            CanonicalKind.Named => Named(value),
            _ => value,
        };
    }

    private static string Day(CanonicalParts parts) =>
        parts.Month > 12 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Months[parts.Month - 1]} {parts.Day}") + OfYear(parts.Year, ", ");

    private static string OfYear(string? year, string separator) => year switch
    {
        null => "",
        "last-year" or "this-year" => " " + Named(year),
        _ => separator + year,
    };

    /// <summary>"last-monday" to "last Monday", "last-week" to "last week".</summary>
    private static string Named(string value)
    {
        var words = value.Replace('-', ' ');
        return words.EndsWith("day", StringComparison.Ordinal) && words.StartsWith("last ", StringComparison.Ordinal)
            ? "last " + char.ToUpperInvariant(words[5]) + words[6..]
            : words;
    }

    private static string Counted(CanonicalParts parts) =>
        string.Create(CultureInfo.InvariantCulture, $"{parts.Count} {Unit(parts)}{(parts.Count == 1 ? "" : "s")}");

    private static string Unit(CanonicalParts parts) => parts.Unit switch
    {
        'D' => "day",
        'W' => "week",
        'M' => "month",
        _ => "year",
    };
}
