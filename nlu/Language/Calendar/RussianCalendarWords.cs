using System.Collections.Frozen;
using VoiceMed.Nlu.Language.Grammar;
using VoiceMed.Nlu.Language.Morphology.Russian;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>Russian words of the calendar in all their forms.</summary>
internal static class RussianCalendarWords
{
    private static readonly string[] MonthLemmas =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    public static readonly FrozenDictionary<string, int> Months = Nouns(
        MonthLemmas.Select(static (lemma, index) => (lemma, index + 1)));

    public static readonly FrozenDictionary<string, DayOfWeek> Weekdays = Nouns(
    [
        ("понедельник", DayOfWeek.Monday), ("вторник", DayOfWeek.Tuesday), ("среда", DayOfWeek.Wednesday), ("четверг", DayOfWeek.Thursday),
        ("пятница", DayOfWeek.Friday), ("суббота", DayOfWeek.Saturday), ("воскресенье", DayOfWeek.Sunday),
    ]);

    public static readonly FrozenDictionary<string, CalendarUnit> Units = Nouns(
    [
        ("час", CalendarUnit.Hour), ("день", CalendarUnit.Day), ("сутки", CalendarUnit.Day), ("неделя", CalendarUnit.Week),
        ("неделька", CalendarUnit.Week), ("месяц", CalendarUnit.Month), ("квартал", CalendarUnit.Quarter), ("полгода", CalendarUnit.HalfYear),
        ("полугодие", CalendarUnit.HalfYear), ("год", CalendarUnit.Year),
    ]);

    public static readonly FrozenDictionary<string, string> Seasons = Nouns(
        [("весна", "spring"), ("лето", "summer"), ("осень", "autumn"), ("зима", "winter")]);

    public static readonly FrozenSet<string> Last = Adjectives("последний", "прошедший", "крайний", "истекший", "ближайший");
    public static readonly FrozenSet<string> Previous = Adjectives("прошлый", "предыдущий", "минувший");
    public static readonly FrozenSet<string> BeforePrevious = Adjectives("позапрошлый");
    public static readonly FrozenSet<string> Current = Adjectives("текущий", "нынешний", "сегодняшний", "данный")
        .Union("этот этого этому этим этом эта этой эту это эти этих".Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, T> Nouns<T>(IEnumerable<(string Lemma, T Value)> nouns)
    {
        var words = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (lemma, value) in nouns)
        {
            var paradigm = RussianNoun.Decline(lemma);
            foreach (var form in paradigm.Singular.Concat(paradigm.Plural))
                words.TryAdd(form, value);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Adjectives(params string[] lemmas) =>
        lemmas.SelectMany(RussianAdjective.Forms).Select(YoInsensitiveComparer.Fold).ToFrozenSet(StringComparer.Ordinal);
}
