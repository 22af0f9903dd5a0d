using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Rest.Clinical;

/// <summary>An opened document as JSON, or as it is when the client accepts its media type and not JSON.</summary>
internal sealed class DocumentAnswer(DocumentContent content, OpenedDocument opened) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        JsonAnswer<OpenedDocument>.PopulateMetadata(method, builder);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!WantsContent(httpContext.Request))
        {
            await new JsonAnswer<OpenedDocument>(opened).ExecuteAsync(httpContext).ConfigureAwait(false);
            return;
        }

        // The type is the writer's word: a browser must neither guess another one nor run what it finds.
        var response = httpContext.Response;
        response.ContentType = content.Info.ContentType;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox";
        response.Headers.CacheControl = "private, no-store";
        response.ContentLength = content.Bytes.Length;
        await response.Body.WriteAsync(content.Bytes, httpContext.RequestAborted).ConfigureAwait(false);
    }

    private bool WantsContent(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return accepted.Count > 0
            && !accepted.Any(a => new MediaTypeHeaderValue("application/json").IsSubsetOf(a))
            && MediaTypeHeaderValue.TryParse(content.Info.ContentType, out var type)
            && accepted.Any(a => new MediaTypeHeaderValue(type.MediaType).IsSubsetOf(a));
    }
}
