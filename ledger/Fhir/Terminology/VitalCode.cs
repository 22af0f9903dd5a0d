namespace VoiceMed.Ledger.Fhir.Terminology;

/// <summary>One vital sign as LOINC and UCUM name it, with the limits of what can be measured on a living person.</summary>
/// <param name="Vital">The canonical name, for example <c>pulse</c>.</param>
/// <param name="Loinc">The LOINC code written, as HL7's vital signs profile has it.</param>
/// <param name="Display">The code in words.</param>
/// <param name="Unit">The UCUM unit the ledger keeps it in.</param>
/// <param name="Minimum">The lowest value taken, inclusive.</param>
/// <param name="Maximum">The highest value taken, inclusive.</param>
public sealed record VitalCode(string Vital, string Loinc, string Display, string Unit, decimal Minimum, decimal Maximum)
{
    /// <summary>Further LOINC codes read as this vital sign.</summary>
    public IReadOnlyList<string> AlsoLoinc { get; init; } = [];

    /// <summary>Converts a value into <see cref="Unit"/>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">Its UCUM unit.</param>
    /// <returns>The value as it was when the unit is <see cref="Unit"/>, else rounded to one decimal; null for a unit that does not fit.</returns>
    public decimal? Convert(decimal value, string unit) => (Unit, unit) switch
    {
        _ when Unit == unit => value,
        ("/min", "{beats}/min" or "{breaths}/min" or "1/min") => value,
        ("Cel", "[degF]") => Math.Round((value - 32m) * 5m / 9m, 1),
        ("kg", "g") => Math.Round(value / 1000m, 1),
        ("kg", "[lb_av]") => Math.Round(value * 0.45359237m, 1),

        // Molar mass of glucose: 180.156 g/mol.
        ("mmol/L", "mg/dL") => Math.Round(value / 18.0156m, 1),
        _ => null,
    };

    /// <summary>True when a living person can have this value, in <see cref="Unit"/>.</summary>
    public bool IsPlausible(decimal value) => value >= Minimum && value <= Maximum;
}
