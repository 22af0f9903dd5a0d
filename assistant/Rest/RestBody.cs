using System.Text.Json;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Assistant.Rest;

/// <summary>Reads request bodies; what is wrong with one is said with its JSON path.</summary>
internal static class RestBody
{
    /// <summary>Reads the body as the ledger's JSON.</summary>
    /// <exception cref="RestException">It is none, or lacks something.</exception>
    public static async Task<T> ReadAsync<T>(HttpContext http, CancellationToken cancellation)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, RecordJson.Options, cancellation).ConfigureAwait(false)
                ?? throw Invalid("The body is null.");
        }
        catch (JsonException e)
        {
            throw Invalid($"The body is not as described at {e.Path ?? "$"}, line {(e.LineNumber ?? 0) + 1}.");
        }
        catch (NotSupportedException)
        {
            throw Invalid("The body names no known type.");
        }
    }

    /// <summary>The value of a header that must be there.</summary>
    public static string Header(HttpContext http, string name) => http.Request.Headers[name].ToString().Trim() is { Length: > 0 and <= 200 } value
        ? value
        : throw new RestException(StatusCodes.Status400BadRequest, ProblemCode.ParameterMissing, $"The header {name} must be there, with at most 200 characters.");

    private static RestException Invalid(string detail) => new(StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid, detail);
}
