using NodaTime.Text;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Rest.Responses;

/// <summary>What is known of a document without opening it.</summary>
/// <param name="Id">The document.</param>
/// <param name="PatientId">The patient.</param>
/// <param name="HospitalId">The hospital that holds it.</param>
/// <param name="HospitalName">The hospital's name.</param>
/// <param name="Kind">The canonical kind, for example <c>discharge_summary</c>.</param>
/// <param name="Title">The title.</param>
/// <param name="Date">The day it was issued, ISO 8601.</param>
/// <param name="ContentType">The content's media type.</param>
/// <param name="Size">The content's length in bytes.</param>
/// <param name="Sensitivity"><c>normal</c>, <c>restricted</c> or <c>very-restricted</c>.</param>
/// <param name="Commitment">The ledger's keyed commitment to the content, hexadecimal.</param>
internal sealed record DocumentResource(
    string Id, string PatientId, string HospitalId, string HospitalName, string Kind, string Title, string Date, string ContentType, long Size,
    string Sensitivity, string? Commitment)
{
    /// <summary>Shows a document in a language.</summary>
    public static DocumentResource Of(DocumentInfo document, string language) => new(
        document.Id, document.Patient.Value, document.Hospital.Value, document.HospitalName.In(language), document.Kind, document.Title.In(language),
        LocalDatePattern.Iso.Format(document.Date), document.ContentType, document.Size,
        document.Sensitivity switch
        {
            LedgerClient.Records.Sensitivity.Normal => "normal",
            LedgerClient.Records.Sensitivity.Restricted => "restricted",
            _ => "very-restricted",
        },
        document.Commitment);
}
