using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace VoiceMed.Nlu.Language.Spoken;

/// <summary>A unit of measurement in English.</summary>
/// <param name="One">With 1: "millimole per liter".</param>
/// <param name="Many">With other numbers: "millimoles per liter".</param>
internal sealed record EnglishUnit(string One, string Many)
{
    /// <summary>Units as people write them and as UCUM does (see The Unified Code for Units of Measure, 2.1).</summary>
    private static readonly FrozenDictionary<string, EnglishUnit> ByWritten = Build();

    /// <summary>The written forms as alternatives of a regular expression, the longest first.</summary>
    public static string Pattern { get; } = string.Join('|', ByWritten.Keys.OrderByDescending(static key => key.Length).Select(Regex.Escape));

    /// <summary>Finds a unit by how it is written.</summary>
    public static EnglishUnit Find(string written) => ByWritten[written];

    private static FrozenDictionary<string, EnglishUnit> Build()
    {
        var units = new Dictionary<string, EnglishUnit>(StringComparer.Ordinal) { ["{INR}"] = new("", "") };
        void Add(string one, string many, params string[] written)
        {
            foreach (var form in written)
                units[form] = new EnglishUnit(one, many);
        }

        Add("millimeter of mercury", "millimeters of mercury", "mm[Hg]", "mmHg", "mm Hg");
        Add("beat per minute", "beats per minute", "bpm", "/min");
        Add("degree Celsius", "degrees Celsius", "°C", "° C", "Cel");
        Add("degree", "degrees", "°");
        Add("percent", "percent", "%");
        Add("millimole per liter", "millimoles per liter", "mmol/L", "mmol/l");
        Add("micromole per liter", "micromoles per liter", "umol/L", "µmol/L");
        Add("gram per liter", "grams per liter", "g/L", "g/l");
        Add("milligram per liter", "milligrams per liter", "mg/L", "mg/l");
        Add("milligram per deciliter", "milligrams per deciliter", "mg/dL", "mg/dl");
        Add("microgram per liter", "micrograms per liter", "ug/L", "µg/L");
        Add("nanogram per milliliter", "nanograms per milliliter", "ng/mL");
        Add("times ten to the ninth per liter", "times ten to the ninth per liter", "10*9/L");
        Add("times ten to the twelfth per liter", "times ten to the twelfth per liter", "10*12/L");
        Add("millimeter per hour", "millimeters per hour", "mm/h");
        Add("milliunit per liter", "milliunits per liter", "m[IU]/L", "mU/L");
        Add("unit per liter", "units per liter", "U/L", "IU/L");
        Add("unit", "units", "U", "IU");
        Add("kilogram", "kilograms", "kg");
        Add("milligram", "milligrams", "mg");
        Add("microgram", "micrograms", "mcg", "µg", "ug");
        Add("milliliter", "milliliters", "mL", "ml");
        Add("centimeter", "centimeters", "cm");
        Add("millimeter", "millimeters", "mm");
        Add("gram", "grams", "g");
        return units.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
