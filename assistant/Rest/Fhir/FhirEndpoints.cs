using System.Reflection;
using System.Text.Json.Nodes;
using NodaTime;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Ledger.Fhir;
using VoiceMed.Ledger.Import;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Rest.Fhir;

/// <summary>The ledger as a FHIR R4 server: search, read, and the post by which a hospital's system delivers records.</summary>
internal static class FhirEndpoints
{
    private const int LargestBody = 100 * 1024 * 1024;
    private static readonly LocalDate Published = new(2026, 11, 22);

    /// <summary>Maps the statement of capabilities, which needs no token.</summary>
    public static void MapMetadata(IEndpointRouteBuilder routes) => routes.MapGet("/fhir/metadata", GetMetadata).WithName("fhirMetadata")
        .WithTags("fhir").WithSummary("The CapabilityStatement.");

    /// <summary>Maps the other interactions under the group of <c>/fhir</c>.</summary>
    public static void Map(IEndpointRouteBuilder fhir)
    {
        fhir.MapGet("/Patient/{id}", GetPatientAsync).WithName("fhirReadPatient").WithTags("fhir").WithSummary("One Patient.");
        fhir.MapGet("/Binary/{id}", GetBinaryAsync).WithName("fhirReadBinary").WithTags("fhir").WithSummary("A document's content as Binary.");
        fhir.MapGet("/{type}", SearchAsync).WithName("fhirSearch").WithTags("fhir")
            .WithSummary("Searches a resource type; patient is required for all but Patient.");
        fhir.MapPost("/", PostBundleAsync).WithName("fhirImport").WithTags("fhir").Accepts<JsonObject>(FhirWriter.MediaType, "application/json")
            .WithSummary("Takes a Bundle (transaction, batch, collection) or a single resource. Sending it again changes nothing.");
        fhir.MapPost("/{type}", PostResourceAsync).WithName("fhirCreate").WithTags("fhir").Accepts<JsonObject>(FhirWriter.MediaType, "application/json")
            .WithSummary("Takes one resource. Sending it again changes nothing.");
    }

    private static FhirAnswer GetMetadata(HttpContext http)
    {
        var version = typeof(FhirEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        return new(CapabilityStatement.Write($"{http.Request.Scheme}://{http.Request.Host}/fhir", version ?? "0", Published));
    }

    private static async Task<FhirAnswer> GetPatientAsync(HttpContext http, IClinicalLedger ledger, string id, CancellationToken cancellation)
    {
        var answer = await ledger.GetPatientAsync(new PatientId(id), CallerFilter.Of(http).Access, cancellation).ConfigureAwait(false);
        return answer.Items is [var patient, ..]
            ? new(FhirWriter.Write(patient))
            : throw new RestException(StatusCodes.Status404NotFound, ProblemCode.PatientUnknown, "The ledger has no such patient.");
    }

    private static async Task<FhirAnswer> GetBinaryAsync(HttpContext http, IClinicalLedger ledger, string id, CancellationToken cancellation) =>
        new(FhirWriter.WriteBinary(
            await ledger.GetDocumentAsync(new DocumentId(id), CallerFilter.Of(http).Access, cancellation).ConfigureAwait(false)));

    private static async Task<FhirAnswer> SearchAsync(HttpContext http, IClinicalLedger ledger, string type, CancellationToken cancellation)
    {
        var query = FhirQuery.Of(type, http.Request.Query);
        var (records, total) = await query.RunAsync(ledger, CallerFilter.Of(http).Access, cancellation).ConfigureAwait(false);
        return new(FhirWriter.WriteBundle("searchset", records, total));
    }

    private static async Task<FhirAnswer> PostBundleAsync(HttpContext http, FhirImporter importer, CancellationToken cancellation)
    {
        var report = await ImportAsync(http, importer, cancellation).ConfigureAwait(false);
        if (report.Atomic && report.Failed > 0)
        {
            // FHIR: a transaction that fails is answered with one OperationOutcome, about the entry that is to blame.
            return new(ImportAnswer.Outcome(report.Failures.First(i => i.Code != ImportItem.Untaken)), StatusCodes.Status422UnprocessableEntity);
        }

        return new(ImportAnswer.Of(report), report.Failed == report.Items.Count && report.Failed > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<FhirAnswer> PostResourceAsync(HttpContext http, FhirImporter importer, string type, CancellationToken cancellation)
    {
        if (!CapabilityStatement.CanCreate(type))
        {
            throw new RestException(StatusCodes.Status404NotFound, ProblemCode.NotFound, "Resources of this type are not taken; /fhir/metadata lists those that are.");
        }

        var report = await ImportAsync(http, importer, cancellation).ConfigureAwait(false);
        var item = report.Items[0];
        return item.Outcome switch
        {
            ImportOutcome.Failed => new(ImportAnswer.Outcome(item), StatusCodes.Status422UnprocessableEntity),
            ImportOutcome.Added => new(ImportAnswer.Of(report), StatusCodes.Status201Created),
            _ => new(ImportAnswer.Of(report)),
        };
    }

    private static async Task<ImportReport> ImportAsync(HttpContext http, FhirImporter importer, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http).WithRole(CallerRoles.System, CallerRoles.Device);
        using var body = new MemoryStream();
        await CopyAsync(http.Request.Body, body, cancellation).ConfigureAwait(false);
        return await importer.ImportAsync(
            body.GetBuffer().AsMemory(0, (int)body.Length), new ImportSource(caller.Account.Id.Value, caller.Account.Hospital), cancellation).ConfigureAwait(false);
    }

    private static async Task CopyAsync(Stream from, MemoryStream to, CancellationToken cancellation)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read)
        {
            to.Write(buffer, 0, read);
            if (to.Length > LargestBody)
            {
                throw new RestException(StatusCodes.Status413PayloadTooLarge, ProblemCode.BodyTooLarge, $"A body has at most {LargestBody} bytes; send several.");
            }
        }
    }
}
