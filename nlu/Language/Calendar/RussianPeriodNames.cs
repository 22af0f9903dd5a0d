using System.Collections.Frozen;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>How the named periods are said in Russian.</summary>
/// <param name="Adverbial">When: "на прошлой неделе".</param>
/// <param name="Genitive">Since when: "прошлой недели".</param>
/// <param name="Accusative">Until when, inclusive: "прошлую неделю".</param>
internal sealed record RussianPeriodNames(string Adverbial, string Genitive, string Accusative)
{
    private static readonly FrozenDictionary<string, RussianPeriodNames> ByValue = new Dictionary<string, RussianPeriodNames>
    {
        ["today"] = new("сегодня", "сегодняшнего дня", "сегодняшний день"),
        ["yesterday"] = new("вчера", "вчерашнего дня", "вчерашний день"),
        ["tomorrow"] = new("завтра", "завтрашнего дня", "завтрашний день"),
        ["last-night"] = new("прошлой ночью", "прошлой ночи", "прошлую ночь"),
        ["last-weekend"] = new("в прошлые выходные", "прошлых выходных", "прошлые выходные"),
        ["this-week"] = new("на этой неделе", "этой недели", "эту неделю"),
        ["last-week"] = new("на прошлой неделе", "прошлой недели", "прошлую неделю"),
        ["this-month"] = new("в этом месяце", "этого месяца", "этот месяц"),
        ["last-month"] = new("в прошлом месяце", "прошлого месяца", "прошлый месяц"),
        ["this-quarter"] = new("в этом квартале", "этого квартала", "этот квартал"),
        ["last-quarter"] = new("в прошлом квартале", "прошлого квартала", "прошлый квартал"),
        ["this-year"] = new("в этом году", "этого года", "этот год"),
        ["last-year"] = new("в прошлом году", "прошлого года", "прошлый год"),
        ["spring"] = new("весной", "весны", "весну"),
        ["summer"] = new("летом", "лета", "лето"),
        ["autumn"] = new("осенью", "осени", "осень"),
        ["winter"] = new("зимой", "зимы", "зиму"),
        ["last-spring"] = new("прошлой весной", "прошлой весны", "прошлую весну"),
        ["last-summer"] = new("прошлым летом", "прошлого лета", "прошлое лето"),
        ["last-autumn"] = new("прошлой осенью", "прошлой осени", "прошлую осень"),
        ["last-winter"] = new("прошлой зимой", "прошлой зимы", "прошлую зиму"),
        ["last-monday"] = new("в понедельник", "понедельника", "понедельник"),
        ["last-tuesday"] = new("во вторник", "вторника", "вторник"),
        ["last-wednesday"] = new("в среду", "среды", "среду"),
        ["last-thursday"] = new("в четверг", "четверга", "четверг"),
        ["last-friday"] = new("в пятницу", "пятницы", "пятницу"),
        ["last-saturday"] = new("в субботу", "субботы", "субботу"),
        ["last-sunday"] = new("в воскресенье", "воскресенья", "воскресенье"),
    }.ToFrozenDictionary();

    /// <summary>The names of a period, or null when it has none.</summary>
    public static RussianPeriodNames? Find(string value) => ByValue.GetValueOrDefault(value);
}
