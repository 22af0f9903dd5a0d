using System.Text;
using System.Text.Unicode;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Rest.Clinical;

/// <summary>The three calls by which a clinician sees a patient's whole picture: visits, documents, one document.</summary>
internal static class ClinicalEndpoints
{
    /// <summary>Maps the calls.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/getHospitalVisits", GetHospitalVisitsAsync).WithName("getHospitalVisits").WithTags("clinical")
            .WithSummary("The patient's visits to all hospitals, newest first.");
        routes.MapGet("/getDocumentsFromHospital", GetDocumentsFromHospitalAsync).WithName("getDocumentsFromHospital").WithTags("clinical")
            .WithSummary("The patient's documents, of one hospital or of all, newest first; content is not included.");
        routes.MapGet("/getDocument", GetDocumentAsync).WithName("getDocument").WithTags("clinical")
            .WithSummary("One document with its content: as JSON, or as it is when its own media type is accepted and JSON is not.");
    }

    private static async Task<JsonAnswer<RestPage<VisitResource>>> GetHospitalVisitsAsync(
        HttpContext http, IClinicalLedger ledger, string patientId, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        Paging.Limit(page.Limit);
        var answer = await ledger.GetHospitalVisitsAsync(
            new PatientId(patientId), null, null, null, null, CallerFilter.Of(http).Access, cancellation).ConfigureAwait(false);
        var language = RestLanguage.Of(http);
        return new(Paging.Cut(answer, visit => VisitResource.Of(visit, language), page));
    }

    private static async Task<JsonAnswer<RestPage<DocumentResource>>> GetDocumentsFromHospitalAsync(
        HttpContext http, IClinicalLedger ledger, string patientId, string? hospitalId, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        Paging.Limit(page.Limit);
        var answer = await ledger.GetDocumentsFromHospitalAsync(
            string.IsNullOrEmpty(hospitalId) ? null : new HospitalId(hospitalId), new PatientId(patientId), null, null, null,
            CallerFilter.Of(http).Access, cancellation).ConfigureAwait(false);
        var language = RestLanguage.Of(http);
        return new(Paging.Cut(answer, document => DocumentResource.Of(document, language), page));
    }

    private static async Task<DocumentAnswer> GetDocumentAsync(
        HttpContext http, IClinicalLedger ledger, string documentId, bool? proof, CancellationToken cancellation)
    {
        var content = await ledger.GetDocumentAsync(new DocumentId(documentId), CallerFilter.Of(http).Access, cancellation).ConfigureAwait(false);
        return new DocumentAnswer(content, Opened(content, RestLanguage.Of(http), proof == true));
    }

    private static OpenedDocument Opened(DocumentContent content, string language, bool proof) => new(
        DocumentResource.Of(content.Info, language),
        content.Info.ContentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && Utf8.IsValid(content.Bytes.Span)
            ? Encoding.UTF8.GetString(content.Bytes.Span)
            : null,
        Convert.ToBase64String(content.Bytes.Span),
        content.CommitmentKey.IsEmpty ? null : Convert.ToBase64String(content.CommitmentKey.Span),
        content.Rule,
        proof ? Paging.Proof(content.Proof) : null);
}
