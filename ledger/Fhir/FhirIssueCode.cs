namespace VoiceMed.Ledger.Fhir;

/// <summary>The issue types of FHIR R4 (value set <c>issue-type</c>) that the reader uses.</summary>
public static class FhirIssueCode
{
    /// <summary>The JSON is not FHIR: a wrong type, an unknown element, an empty string.</summary>
    public const string Structure = "structure";

    /// <summary>Something that must be there is missing.</summary>
    public const string Required = "required";

    /// <summary>A value is malformed or out of range.</summary>
    public const string Value = "value";

    /// <summary>A code is unknown.</summary>
    public const string CodeInvalid = "code-invalid";

    /// <summary>Well-formed FHIR that the ledger cannot represent without changing its meaning.</summary>
    public const string NotSupported = "not-supported";

    /// <summary>A reference leads nowhere.</summary>
    public const string NotFound = "not-found";

    /// <summary>Two statements contradict each other, for example two identifiers of different patients.</summary>
    public const string Conflict = "conflict";

    /// <summary>The content is right in form, but a rule of the ledger forbids it.</summary>
    public const string BusinessRule = "business-rule";
}
