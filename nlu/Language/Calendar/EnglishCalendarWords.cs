using System.Collections.Frozen;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>English words of the calendar.</summary>
internal static class EnglishCalendarWords
{
    public static readonly FrozenDictionary<string, int> Months = new[]
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    }.Select(static (name, index) => (name, index)).ToFrozenDictionary(static month => month.name, static month => month.index + 1);

    public static readonly FrozenDictionary<string, DayOfWeek> Weekdays = Enum.GetValues<DayOfWeek>()
        .SelectMany(static day => new[] { (Name: Lower(day), day), (Name: Lower(day) + 's', day) })
        .ToFrozenDictionary(static pair => pair.Name, static pair => pair.day);

    public static readonly FrozenDictionary<string, CalendarUnit> Units = new Dictionary<string, CalendarUnit>
    {
        ["hour"] = CalendarUnit.Hour,
        ["day"] = CalendarUnit.Day,
        ["week"] = CalendarUnit.Week,
        ["month"] = CalendarUnit.Month,
        ["quarter"] = CalendarUnit.Quarter,
        ["year"] = CalendarUnit.Year,
    }.SelectMany(static pair => new[] { pair, new(pair.Key + 's', pair.Value) }).ToFrozenDictionary();

    public static readonly FrozenDictionary<string, string> Seasons = new Dictionary<string, string>
    {
        ["spring"] = "spring",
        ["summer"] = "summer",
        ["autumn"] = "autumn",
        ["fall"] = "autumn",
        ["winter"] = "winter",
    }.ToFrozenDictionary();

    private static string Lower(DayOfWeek day) => day.ToString().ToLowerInvariant();
}
