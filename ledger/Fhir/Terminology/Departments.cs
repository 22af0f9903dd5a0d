namespace VoiceMed.Ledger.Fhir.Terminology;

/// <summary>Recognises the canonical department in the names hospitals write, in Russian and English.</summary>
public static class Departments
{
    /// <summary>Stands for a department nobody wrote down.</summary>
    public const string Unspecified = "unspecified";

    // Stems, the narrower before the wider: "нейрохирургия" is surgery, "кардиореанимация" intensive care. A space stands for
    // the beginning of a word: "физиотерапия" is not internal medicine.
    private static readonly IReadOnlyList<(string Stem, string Department)> Stems =
    [
        ("реанимац", "intensive_care"), ("интенсивн", "intensive_care"), ("intensive", "intensive_care"),
        ("приемн", "emergency"), ("неотложн", "emergency"), ("emergency", "emergency"),
        ("хирург", "surgery"), ("surg", "surgery"),
        ("кардиолог", "cardiology"), ("cardiol", "cardiology"),
        ("невролог", "neurology"), ("neurol", "neurology"),
        ("онколог", "oncology"), ("oncol", "oncology"),
        ("травматолог", "traumatology"), ("traumatol", "traumatology"), ("orthop", "traumatology"),
        ("педиатр", "pediatrics"), ("детск", "pediatrics"), ("pediatr", "pediatrics"), ("paediatr", "pediatrics"),
        ("гинеколог", "gynecology"), ("gynecol", "gynecology"), ("gynaecol", "gynecology"),
        ("уролог", "urology"), ("urolog", "urology"),
        ("офтальмолог", "ophthalmology"), ("глазн", "ophthalmology"), ("ophthalm", "ophthalmology"),
        (" терапи", "therapy"), (" терапевт", "therapy"), (" internal", "therapy"), (" therapy", "therapy"),
    ];

    /// <summary>The canonical department of a name; a name that is not recognised is kept as it is, in lower case.</summary>
    public static string Canonical(string name)
    {
        var text = name.Trim().ToLowerInvariant().Replace('ё', 'е');
        var padded = " " + text;
        return Stems.FirstOrDefault(s => padded.Contains(s.Stem, StringComparison.Ordinal)).Department ?? text;
    }
}
