using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Terminology;

/// <summary>
/// The laboratory tests that have a canonical name. A test that is not here is kept under its LOINC code
/// (<c>loinc:2039-6</c>) and its own name. LOINC is copyright Regenstrief Institute and free under its licence.
/// </summary>
public static class LabCodes
{
    private const string LoincPrefix = "loinc:";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LabCode> All { get; } =
    [
        Lab("hemoglobin", "718-7", "g/L", "гемоглобин", "hemoglobin"),
        Lab("erythrocytes", "789-8", "10*12/L", "эритроциты", "red blood cells"),
        Lab("leukocytes", "6690-2", "10*9/L", "лейкоциты", "white blood cells"),
        Lab("platelets", "777-3", "10*9/L", "тромбоциты", "platelets"),
        Lab("esr", "4537-7", "mm/h", "скорость оседания эритроцитов", "erythrocyte sedimentation rate"),
        Lab("glucose", "14749-6", "mmol/L", "глюкоза", "glucose"),
        Lab("hba1c", "4548-4", "%", "гликированный гемоглобин", "glycated hemoglobin"),
        Lab("creatinine", "14682-9", "umol/L", "креатинин", "creatinine"),
        Lab("urea", "22664-7", "mmol/L", "мочевина", "urea"),
        Lab("uric_acid", "14933-6", "umol/L", "мочевая кислота", "uric acid"),
        Lab("total_protein", "2885-2", "g/L", "общий белок", "total protein"),
        Lab("albumin", "1751-7", "g/L", "альбумин", "albumin"),
        Lab("bilirubin", "14631-6", "umol/L", "билирубин", "bilirubin"),
        Lab("alt", "1742-6", "U/L", "аланинаминотрансфераза", "alanine aminotransferase"),
        Lab("ast", "1920-8", "U/L", "аспартатаминотрансфераза", "aspartate aminotransferase"),
        Lab("cholesterol", "14647-2", "mmol/L", "холестерин", "cholesterol"),
        Lab("ldl", "22748-8", "mmol/L", "холестерин низкой плотности", "LDL cholesterol"),
        Lab("hdl", "14646-4", "mmol/L", "холестерин высокой плотности", "HDL cholesterol"),
        Lab("triglycerides", "14927-8", "mmol/L", "триглицериды", "triglycerides"),
        Lab("potassium", "2823-3", "mmol/L", "калий", "potassium"),
        Lab("sodium", "2951-2", "mmol/L", "натрий", "sodium"),
        Lab("crp", "1988-5", "mg/L", "С-реактивный белок", "C-reactive protein"),
        Lab("troponin", "10839-9", "ng/mL", "тропонин", "troponin"),
        Lab("d_dimer", "48065-7", "ug/L", "Д-димер", "D-dimer"),
        Lab("inr", "6301-6", "{INR}", "международное нормализованное отношение", "international normalised ratio"),
        Lab("tsh", "3016-3", "m[IU]/L", "тиреотропный гормон", "thyroid-stimulating hormone"),
        Lab("ferritin", "2276-4", "ug/L", "ферритин", "ferritin"),
        Lab("fibrinogen", "3255-7", "g/L", "фибриноген", "fibrinogen"),
    ];

    /// <summary>Finds a test by its canonical name, or null.</summary>
    public static LabCode? ByName(string test) => All.FirstOrDefault(l => l.Test == test);

    /// <summary>Finds a test by its LOINC code, or null.</summary>
    public static LabCode? ByLoinc(string code) => All.FirstOrDefault(l => l.Loinc == code);

    /// <summary>The name a LOINC code is kept under: canonical where there is one.</summary>
    public static string TestOf(string loinc) => ByLoinc(loinc)?.Test ?? LoincPrefix + loinc;

    /// <summary>The LOINC code of a test's name, or null when it has none.</summary>
    public static string? LoincOf(string test) =>
        ByName(test)?.Loinc ?? (test.StartsWith(LoincPrefix, StringComparison.Ordinal) ? test[LoincPrefix.Length..] : null);

    private static LabCode Lab(string test, string loinc, string unit, string ru, string en) => new(test, loinc, unit, new BilingualText(ru, en));
}
