using VoiceMed.Nlu.Language.Numbers;

namespace VoiceMed.Nlu.Language;

/// <summary>Spoken examples of the built-in entities in English, the most usual first.</summary>
internal static class EnglishEntityExamples
{
    private static readonly string[] Periods =
    [
        "for the last week", "for the last month", "in the last three months", "for the last year", "today", "yesterday", "last week", "last month",
        "last year", "this week", "this month", "this year", "in the past two years", "over the past six months", "since january", "since march",
        "since last spring", "since last year", "since the beginning of the year", "since monday", "in the last two weeks",
        "for the past three days", "in march", "in october", "in twenty twenty five", "in march twenty twenty four", "on monday", "last tuesday",
        "last night", "overnight", "this morning", "two weeks ago", "a month ago", "a year ago", "from march third", "in the past week",
        "over the last ten days", "for the past twenty four hours", "from january to march", "the day before yesterday", "last summer",
        "in the winter", "over the weekend", "for the last five years", "during the last month", "since last week", "since yesterday",
    ];

    private static readonly string[] Dates =
    [
        "today", "yesterday", "march third", "march third twenty twenty five", "the third of march", "the fifth of may", "october twenty first",
        "last monday", "on tuesday", "the day before yesterday", "june thirtieth", "two days ago", "from august twenty second",
    ];

    private static readonly string[] Times =
        ["half past two", "at three o'clock", "ten a m", "five p m", "quarter to five", "three thirty", "noon", "eight in the evening"];

    /// <summary>The examples of a type; none for an unknown one.</summary>
    public static IReadOnlyList<string> Of(string type) => type switch
    {
        "number" => [.. Enumerable.Range(1, 30).Append(0).Concat([31, 35, 40, 42, 48, 50, 60, 70, 75, 80, 90, 99, 100, 105, 112, 120, 140, 200, 215, 300])
            .Select(static value => NumberWords.Write(value, LanguageCode.English))],
        "ordinal" => [.. Enumerable.Range(1, 31).Select(static value => OrdinalWords.Write(value, LanguageCode.English)), "last"],
        "date" => Dates,
        "period" => Periods,
        "time" => Times,
        _ => [],
    };
}
