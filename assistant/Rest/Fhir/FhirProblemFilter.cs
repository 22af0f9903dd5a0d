using Microsoft.AspNetCore.Http.HttpResults;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Ledger.Fhir;

namespace VoiceMed.Assistant.Rest.Fhir;

/// <summary>Turns every failure into an OperationOutcome that carries the same stable code as a problem document would.</summary>
internal sealed class FhirProblemFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            var result = await next(context).ConfigureAwait(false);
            return context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest && result is EmptyHttpResult
                ? Outcome(StatusCodes.Status400BadRequest, ProblemCode.ParameterInvalid, "A parameter is malformed.")
                : result;
        }
        catch (Exception e) when (ProblemFilter.Describe(e) is { Status: { } status } problem)
        {
            return Outcome(status, (string)problem.Extensions["code"]!, problem.Detail!);
        }
    }

    private static FhirAnswer Outcome(int status, string code, string text) => new(OperationOutcome.Of(Issue(status), code, text), status);

    private static string Issue(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "login",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status409Conflict => "conflict",
        StatusCodes.Status410Gone => "deleted",
        StatusCodes.Status413PayloadTooLarge => "too-long",
        StatusCodes.Status503ServiceUnavailable => "transient",
        >= StatusCodes.Status500InternalServerError => "exception",
        _ => "invalid",
    };
}
