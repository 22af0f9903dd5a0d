using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using VoiceMed.Ledger.Fhir;

namespace VoiceMed.Assistant.Rest.Fhir;

/// <summary>A FHIR resource as the answer.</summary>
internal sealed class FhirAnswer(JsonObject resource, int status = StatusCodes.Status200OK) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(JsonObject), [FhirWriter.MediaType]));
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = FhirWriter.MediaType + "; charset=utf-8";
        httpContext.Response.Headers.CacheControl = "private, no-store";
        await httpContext.Response.WriteAsync(resource.ToJsonString(FhirWriter.Json), httpContext.RequestAborted).ConfigureAwait(false);
    }
}
