using System.Collections.Frozen;
using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Spoken;

/// <summary>A unit of measurement in Russian.</summary>
/// <param name="One">With 1: "миллимоль на литр".</param>
/// <param name="Few">With 2 and with fractions: "миллимоля на литр".</param>
/// <param name="Many">With 5: "миллимолей на литр".</param>
/// <param name="Gender">What 1 and 2 agree in.</param>
internal sealed record RussianUnit(string One, string Few, string Many, GrammaticalGender Gender = GrammaticalGender.Masculine)
{
    /// <summary>Units as people write them and as UCUM does (see The Unified Code for Units of Measure, 2.1).</summary>
    private static readonly FrozenDictionary<string, RussianUnit> ByWritten = Build();

    /// <summary>The written forms as alternatives of a regular expression, the longest first.</summary>
    public static string Pattern { get; } = string.Join('|', ByWritten.Keys.OrderByDescending(static key => key.Length).Select(System.Text.RegularExpressions.Regex.Escape));

    /// <summary>Finds a unit by how it is written.</summary>
    public static RussianUnit Find(string written) => ByWritten[written];

    /// <summary>The form after a whole number.</summary>
    public string After(long count) => Plural.Select(count, LanguageCode.Russian, One, Few, Many);

    private static FrozenDictionary<string, RussianUnit> Build()
    {
        var units = new Dictionary<string, RussianUnit>(StringComparer.Ordinal);
        void Add(string one, string few, string many, params string[] written)
        {
            foreach (var form in written)
                units[form] = new RussianUnit(one, few, many);
        }

        Add("миллиметр ртутного столба", "миллиметра ртутного столба", "миллиметров ртутного столба", "мм рт. ст.", "мм рт.ст.", "мм рт ст", "mm[Hg]", "mmHg", "mm Hg");
        Add("удар в минуту", "удара в минуту", "ударов в минуту", "уд/мин", "уд./мин", "уд. в мин", "/min");
        Add("градус", "градуса", "градусов", "°C", "° C", "°С", "Cel", "°");
        Add("процент", "процента", "процентов", "%");
        Add("миллимоль на литр", "миллимоля на литр", "миллимолей на литр", "ммоль/л", "mmol/L");
        Add("микромоль на литр", "микромоля на литр", "микромолей на литр", "мкмоль/л", "umol/L");
        Add("грамм на литр", "грамма на литр", "граммов на литр", "г/л", "g/L");
        Add("миллиграмм на литр", "миллиграмма на литр", "миллиграммов на литр", "мг/л", "mg/L");
        Add("микрограмм на литр", "микрограмма на литр", "микрограммов на литр", "мкг/л", "ug/L");
        Add("нанограмм на миллилитр", "нанограмма на миллилитр", "нанограммов на миллилитр", "нг/мл", "ng/mL");
        Add("на десять в девятой на литр", "на десять в девятой на литр", "на десять в девятой на литр", "10*9/L", "10^9/л", "×10⁹/л");
        Add("на десять в двенадцатой на литр", "на десять в двенадцатой на литр", "на десять в двенадцатой на литр", "10*12/L", "10^12/л", "×10¹²/л");
        Add("миллиметр в час", "миллиметра в час", "миллиметров в час", "мм/ч", "mm/h");
        Add("миллиединица на литр", "миллиединицы на литр", "миллиединиц на литр", "мЕд/л", "мМЕ/л", "m[IU]/L");
        Add("единица на литр", "единицы на литр", "единиц на литр", "Ед/л", "ед/л", "U/L");
        Add("единица", "единицы", "единиц", "ЕД", "ед.", "Ед");
        Add("килограмм", "килограмма", "килограммов", "кг", "kg");
        Add("миллиграмм", "миллиграмма", "миллиграммов", "мг", "mg");
        Add("микрограмм", "микрограмма", "микрограммов", "мкг", "ug");
        Add("миллилитр", "миллилитра", "миллилитров", "мл", "mL", "ml");
        Add("сантиметр", "сантиметра", "сантиметров", "см", "cm");
        Add("миллиметр", "миллиметра", "миллиметров", "мм", "mm");
        Add("грамм", "грамма", "граммов", "г", "g");
        Add("минута", "минуты", "минут", "мин", "мин.");
        foreach (var feminine in units.Where(static unit => unit.Value.One.EndsWith('а') || unit.Value.One.Contains("единица", StringComparison.Ordinal)).ToArray())
            units[feminine.Key] = feminine.Value with { Gender = GrammaticalGender.Feminine };
        units["{INR}"] = new RussianUnit("", "", "");
        return units.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
