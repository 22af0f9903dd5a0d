namespace VoiceMed.Ledger.Fhir.Terminology;

/// <summary>
/// The vital signs the ledger knows. Codes: HL7 FHIR R4 vital signs profile (hl7.org/fhir/R4/observation-vitalsigns.html);
/// LOINC is copyright Regenstrief Institute and free under its licence.
/// </summary>
public static class VitalCodes
{
    /// <summary>The blood pressure component that carries the systolic value.</summary>
    public const string Systolic = "8480-6";

    /// <summary>The blood pressure component that carries the diastolic value.</summary>
    public const string Diastolic = "8462-4";

    /// <summary>The canonical name of blood pressure, the one vital sign with two values.</summary>
    public const string BloodPressure = "blood_pressure";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<VitalCode> All { get; } =
    [
        new("pulse", "8867-4", "Heart rate", "/min", 0, 350) { AlsoLoinc = ["8889-8", "8893-0"] },
        new(BloodPressure, "85354-9", "Blood pressure panel with all children optional", "mm[Hg]", 0, 350) { AlsoLoinc = ["55284-4"] },
        new("temperature", "8310-5", "Body temperature", "Cel", 10, 47) { AlsoLoinc = ["8331-1", "8328-7", "8329-5"] },
        new("saturation", "2708-6", "Oxygen saturation in Arterial blood", "%", 0, 100) { AlsoLoinc = ["59408-5"] },
        new("glucose", "15074-8", "Glucose [Moles/volume] in Blood", "mmol/L", 0, 150) { AlsoLoinc = ["14743-9", "2339-0", "41653-7"] },
        new("respiration", "9279-1", "Respiratory rate", "/min", 0, 150),
        new("weight", "29463-7", "Body weight", "kg", 0.2m, 700) { AlsoLoinc = ["3141-9"] },
    ];

    /// <summary>Finds a vital sign by its canonical name, or null.</summary>
    public static VitalCode? ByName(string vital) => All.FirstOrDefault(v => v.Vital == vital);

    /// <summary>Finds a vital sign by a LOINC code, or null.</summary>
    public static VitalCode? ByLoinc(string code) => All.FirstOrDefault(v => v.Loinc == code || v.AlsoLoinc.Contains(code));
}
