using VoiceMed.Nlu.Language.Numbers;

namespace VoiceMed.Nlu.Language;

/// <summary>Spoken examples of the built-in entities in Russian, the most usual first.</summary>
internal static class RussianEntityExamples
{
    private static readonly string[] Periods =
    [
        "за последнюю неделю", "за последний месяц", "за последние три месяца", "за последний год", "за последние сутки", "сегодня", "вчера",
        "за прошлый год", "в прошлом году", "за прошлую неделю", "на прошлой неделе", "за прошлый месяц", "в прошлом месяце", "в этом году",
        "за этот год", "за эту неделю", "на этой неделе", "в этом месяце", "с января", "с марта", "с прошлой весны", "с прошлого года",
        "с начала года", "за последние полгода", "за последние два года", "за последние две недели", "за последние три дня", "за неделю",
        "за месяц", "за год", "за сутки", "за полгода", "за март", "за декабрь", "в марте", "в октябре", "в две тысячи двадцать пятом году",
        "за две тысячи двадцать четвертый год", "позавчера", "в понедельник", "в прошлый вторник", "за всё время", "летом", "прошлой осенью",
        "неделю назад", "два года назад", "за пять лет", "с понедельника", "за сегодня", "за вчера", "за третье марта", "с марта по май",
        "сегодня утром", "ночью", "за последние пять лет", "год назад", "месяц назад", "за выходные", "за последние десять дней",
    ];

    private static readonly string[] Dates =
    [
        "сегодня", "вчера", "третьего марта", "от пятого мая", "двадцать первого октября", "третье марта двадцать пятого года",
        "двенадцатого января две тысячи двадцать шестого года", "в прошлый вторник", "в понедельник", "позавчера", "от первого сентября",
        "три дня назад", "тридцатого июня", "от десятого февраля",
    ];

    private static readonly string[] Times =
        ["в половине третьего", "в три часа дня", "в десять утра", "без четверти пять", "в пятнадцать тридцать", "в полдень", "в восемь вечера"];

    /// <summary>The examples of a type; none for an unknown one.</summary>
    public static IReadOnlyList<string> Of(string type) => type switch
    {
        "number" => [.. Enumerable.Range(1, 30).Append(0).Concat([31, 35, 40, 42, 48, 50, 60, 70, 75, 80, 90, 99, 100, 105, 112, 120, 140, 200, 215, 300])
            .Select(static value => NumberWords.Write(value, LanguageCode.Russian))],
        "ordinal" => [.. Enumerable.Range(1, 20).SelectMany(Ordinals), "последний", "последнюю", "последнее"],
        "date" => Dates,
        "period" => Periods,
        "time" => Times,
        _ => [],
    };

    private static IEnumerable<string> Ordinals(int value) => new[]
    {
        OrdinalWords.Write(value, LanguageCode.Russian),
        OrdinalWords.Write(value, LanguageCode.Russian, GrammaticalCase.Accusative, Grammar.GrammaticalGender.Feminine),
        OrdinalWords.Write(value, LanguageCode.Russian, GrammaticalCase.Genitive),
        OrdinalWords.Write(value, LanguageCode.Russian, GrammaticalCase.Genitive, Grammar.GrammaticalGender.Feminine),
        OrdinalWords.Write(value, LanguageCode.Russian, GrammaticalCase.Nominative, Grammar.GrammaticalGender.Feminine),
        OrdinalWords.Write(value, LanguageCode.Russian, GrammaticalCase.Nominative, Grammar.GrammaticalGender.Neuter),
    }.Distinct();
}
