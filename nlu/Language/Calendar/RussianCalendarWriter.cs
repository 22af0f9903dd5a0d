using System.Globalization;
using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Says canonical dates and periods in Russian.</summary>
internal static class RussianCalendarWriter
{
    private static readonly string[] MonthsGenitive =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly string[] MonthsPrepositional =
        ["январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре", "декабре"];

    private static readonly string[] MonthsAccusative =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    /// <summary>"3 марта 2025 года", "вчера"; a value that is not canonical comes back unchanged.</summary>
    public static string Date(string value)
    {
        var parts = CanonicalParts.Read(value);
        return parts.Kind switch
        {
            CanonicalKind.Day => Day(parts),
            CanonicalKind.Span => Counted(parts) + " назад",
            CanonicalKind.Year or CanonicalKind.Month => value,
            _ => Adverbial(value),
        };
    }

    /// <summary>"за последние 3 месяца", "с января по март"; a value that is not canonical comes back unchanged.</summary>
    public static string Period(string value)
    {
        if (value == CanonicalPeriod.Always)
            return "за всё время";
        if (value.IndexOf('/') is >= 0 and var slash)
        {
            var (from, to) = (value[..slash], value[(slash + 1)..]);
            var start = from == CanonicalPeriod.Open ? "" : With("с ", "со ", Bound(from, accusative: false));
            var end = to == CanonicalPeriod.Open ? "" : start.Length == 0 ? "до " + Bound(to, accusative: false) : "по " + Bound(to, accusative: true);
            return start.Length > 0 && end.Length > 0 ? start + ' ' + end : start + end;
        }

        return Adverbial(value);
    }

    /// <summary>As an adverbial: "в марте", "вчера", "на прошлой неделе".</summary>
    private static string Adverbial(string value)
    {
        var parts = CanonicalParts.Read(value);
        return parts.Kind switch
        {
            CanonicalKind.Span => Last(parts),
            CanonicalKind.Ago => Counted(parts) + " назад",
            CanonicalKind.Year => $"в {value} году",
            CanonicalKind.Month => "в " + MonthsPrepositional[parts.Month - 1] + OfYear(parts.Year),
            CanonicalKind.Day => Day(parts),
            _ => RussianPeriodNames.Find(value)?.Adverbial ?? value,
        };
    }

    /// <summary>As the bound of an interval: "с марта", "по март".</summary>
    private static string Bound(string value, bool accusative)
    {
        var parts = CanonicalParts.Read(value);
        return parts.Kind switch
        {
            CanonicalKind.Year => accusative ? $"{value} год" : $"{value} года",
            CanonicalKind.Month => (accusative ? MonthsAccusative : MonthsGenitive)[parts.Month - 1] + OfYear(parts.Year),
            CanonicalKind.Day => Day(parts),
            CanonicalKind.Named when RussianPeriodNames.Find(value) is { } name => accusative ? name.Accusative : name.Genitive,
            _ => value,
        };
    }

    private static string Day(CanonicalParts parts) =>
        parts.Month > 12 ? "" : parts.Day.ToString(CultureInfo.InvariantCulture) + ' ' + MonthsGenitive[parts.Month - 1] + OfYear(parts.Year);

    private static string OfYear(string? year) => year switch
    {
        null => "",
        "last-year" => " прошлого года",
        "this-year" => " этого года",
        _ => $" {year} года",
    };

    private static string Last(CanonicalParts parts) => (parts.Count, parts.Unit) switch
    {
        (1, 'D') => "за последние сутки",
        (1, 'W') => "за последнюю неделю",
        (1, 'M') => "за последний месяц",
        (1, _) => "за последний год",
        (6, 'M') => "за последние полгода",
        _ => "за последние " + Counted(parts),
    };

    private static string Counted(CanonicalParts parts) => string.Create(CultureInfo.InvariantCulture, $"{parts.Count} ") + parts.Unit switch
    {
        'D' => Plural.Select(parts.Count, LanguageCode.Russian, "день", "дня", "дней"),
        'W' => Plural.Select(parts.Count, LanguageCode.Russian, "неделю", "недели", "недель"),
        'M' => Plural.Select(parts.Count, LanguageCode.Russian, "месяц", "месяца", "месяцев"),
        _ => Plural.Select(parts.Count, LanguageCode.Russian, "год", "года", "лет"),
    };

    private static string With(string preposition, string before, string word) =>
        (word is ['в' or 'с', not ('а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'я'), ..] ? before : preposition) + word;
}
