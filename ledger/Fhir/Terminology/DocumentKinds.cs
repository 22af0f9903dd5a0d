namespace VoiceMed.Ledger.Fhir.Terminology;

/// <summary>The document kinds of the ledger and the LOINC document types they are written as. LOINC is copyright Regenstrief Institute and free under its licence.</summary>
public static class DocumentKinds
{
    private static readonly IReadOnlyList<(string Kind, string Loinc, string Display)> Types =
    [
        ("discharge_summary", "18842-5", "Discharge summary"),
        ("lab_report", "11502-2", "Laboratory report"),
        ("imaging", "18748-4", "Diagnostic imaging study"),
        ("ecg", "11524-6", "EKG study"),
        ("prescription", "57833-6", "Prescription for medication"),
        ("referral", "57133-1", "Referral note"),
        ("operation_report", "11504-8", "Surgical operation note"),
        ("consultation", "11488-4", "Consult note"),
    ];

    /// <summary>The canonical kinds.</summary>
    public static IReadOnlyList<string> All { get; } = Types.Select(t => t.Kind).ToArray();

    /// <summary>The LOINC code and its display of a kind, or null.</summary>
    public static (string Code, string Display)? Loinc(string kind) =>
        Types.Where(t => t.Kind == kind).Select(t => ((string, string)?)(t.Loinc, t.Display)).FirstOrDefault();

    /// <summary>The kind of a LOINC document type, or null.</summary>
    public static string? ByLoinc(string code) => Types.FirstOrDefault(t => t.Loinc == code).Kind;
}
