namespace VoiceMed.Ledger.Fhir;

/// <summary>The identifier and code systems used in the mapping. Those starting with <c>urn:voicemed:</c> are ours.</summary>
public static class FhirSystems
{
    /// <summary>A record's identifier in the ledger.</summary>
    public const string Record = "urn:voicemed:record";

    /// <summary>A patient's identifier in the ledger.</summary>
    public const string Patient = "urn:voicemed:patient";

    /// <summary>A hospital's identifier in the ledger.</summary>
    public const string Hospital = "urn:voicemed:hospital";

    /// <summary>A clinician's identifier in the ledger.</summary>
    public const string Doctor = "urn:voicemed:doctor";

    /// <summary>A role, for example <c>cardiologist</c>.</summary>
    public const string Role = "urn:voicemed:role";

    /// <summary>A measuring device's identifier.</summary>
    public const string Device = "urn:voicemed:device";

    /// <summary>Canonical department names.</summary>
    public const string Department = "urn:voicemed:department";

    /// <summary>Canonical document kinds.</summary>
    public const string DocumentKind = "urn:voicemed:document-kind";

    /// <summary>Kinds of ledger records, as consents name them.</summary>
    public const string RecordKind = "urn:voicemed:record-kind";

    /// <summary>Canonical laboratory tests.</summary>
    public const string LabTest = "urn:voicemed:lab-test";

    /// <summary>Operations of the ledger's contract.</summary>
    public const string Operation = "urn:voicemed:operation";

    /// <summary>Stable codes of rules and errors.</summary>
    public const string Code = "urn:voicemed:code";

    /// <summary>What our own extensions' addresses start with.</summary>
    public const string Extension = "urn:voicemed:extension:";

    /// <summary>LOINC.</summary>
    public const string Loinc = "http://loinc.org";

    /// <summary>UCUM units.</summary>
    public const string Ucum = "http://unitsofmeasure.org";

    /// <summary>SNOMED CT.</summary>
    public const string Snomed = "http://snomed.info/sct";

    /// <summary>ICD-10 (World Health Organization).</summary>
    public const string Icd10 = "http://hl7.org/fhir/sid/icd-10";

    /// <summary>ICD-10 as the Russian ministry of health publishes it.</summary>
    public const string Icd10Russia = "urn:oid:1.2.643.5.1.13.13.11.1005";

    /// <summary>Purposes of use (HL7 v3 ActReason).</summary>
    public const string ActReason = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

    /// <summary>Encounter classes (HL7 v3 ActCode).</summary>
    public const string ActCode = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    /// <summary>Confidentiality labels (HL7 v3 Confidentiality).</summary>
    public const string Confidentiality = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    /// <summary>Observation categories.</summary>
    public const string ObservationCategory = "http://terminology.hl7.org/CodeSystem/observation-category";

    /// <summary>Resource types as codes.</summary>
    public const string ResourceTypes = "http://hl7.org/fhir/resource-types";

    /// <summary>HL7's extension for a text in a further language.</summary>
    public const string TranslationExtension = "http://hl7.org/fhir/StructureDefinition/translation";

    /// <summary>HL7's extension for the language of a text.</summary>
    public const string LanguageExtension = "http://hl7.org/fhir/StructureDefinition/language";

    /// <summary>The default system of a HL7 terminology value set's code system.</summary>
    /// <param name="name">The code system's name, for example <c>condition-clinical</c>.</param>
    public static string Terminology(string name) => "http://terminology.hl7.org/CodeSystem/" + name;
}
