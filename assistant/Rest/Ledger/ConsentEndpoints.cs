using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Rest.Ledger;

/// <summary>Consents, and who looked at a patient's record. A consent is given as a record (POST /ledger/transactions) or as FHIR.</summary>
internal static class ConsentEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger/consents", GetConsentsAsync).WithName("getConsents").WithTags("ledger")
            .WithSummary("The patient's consents, those in force first.");
        routes.MapGet("/ledger/accesses", GetAccessesAsync).WithName("getAccesses").WithTags("ledger")
            .WithSummary("Who looked at the patient's record, or tried to, newest first.");
    }

    private static async Task<JsonAnswer<RestPage<Consent>>> GetConsentsAsync(
        HttpContext http, IClinicalLedger ledger, string patientId, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        Paging.Limit(page.Limit);
        var answer = await ledger.GetConsentsAsync(new PatientId(patientId), CallerFilter.Of(http).Access, cancellation).ConfigureAwait(false);
        return new(Paging.Cut(answer, consent => consent, page));
    }

    private static async Task<JsonAnswer<RestPage<AccessRecord>>> GetAccessesAsync(
        HttpContext http, IClinicalLedger ledger, string patientId, [AsParameters] PageQuery page, CancellationToken cancellation)
    {
        Paging.Limit(page.Limit);
        var answer = await ledger.GetAccessHistoryAsync(
            new PatientId(patientId), null, null, CallerFilter.Of(http).Access, cancellation).ConfigureAwait(false);
        return new(Paging.Cut(answer, access => access, page));
    }
}
