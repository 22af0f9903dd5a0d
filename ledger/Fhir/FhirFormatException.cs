namespace VoiceMed.Ledger.Fhir;

/// <summary>A FHIR document says something the ledger cannot take. Names where and what, never the patient's data itself.</summary>
public sealed class FhirFormatException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="path">Where, as a JSON path from the document's root, for example <c>$.entry[3].resource.period.start</c>.</param>
    /// <param name="code">The FHIR issue type, one of <see cref="FhirIssueCode"/>.</param>
    /// <param name="reason">What is wrong and what would be right, in one English sentence.</param>
    /// <param name="innerException">The cause, or null.</param>
    public FhirFormatException(string path, string code, string reason, Exception? innerException = null)
        : base($"{path}: {reason}", innerException)
    {
        Path = path;
        Code = code;
        Reason = reason;
    }

    /// <summary>Where, as a JSON path from the document's root.</summary>
    public string Path { get; }

    /// <summary>The FHIR issue type, one of <see cref="FhirIssueCode"/>.</summary>
    public string Code { get; }

    /// <summary>What is wrong, without the path.</summary>
    public string Reason { get; }
}
