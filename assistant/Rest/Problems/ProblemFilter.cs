using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Serilog;
using VoiceMed.Ledger.Contracts;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Assistant.Rest.Problems;

/// <summary>Turns every failure of an endpoint into a problem document (RFC 9457) with a stable code.</summary>
internal sealed class ProblemFilter : IEndpointFilter
{
    private const string MediaType = "application/problem+json";

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            var result = await next(context).ConfigureAwait(false);

            // The framework found a parameter missing or malformed and left the endpoint out.
            return context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest && result is EmptyHttpResult
                ? Answer(context.HttpContext, BadParameter(context.HttpContext))
                : result;
        }
        catch (Exception e) when (Describe(e) is { } problem)
        {
            return Answer(context.HttpContext, problem);
        }
    }

    /// <summary>What a failure is to the caller; null for a cancelled request, which nobody waits for.</summary>
    public static ProblemDetails? Describe(Exception error) => error switch
    {
        RestException rest => Refused(rest),
        LedgerRejectedException rejected => Rejected(rejected),
        LedgerUnavailableException unavailable => Problem(StatusCodes.Status503ServiceUnavailable, unavailable.Code, unavailable.Message),
        LedgerTamperedException tampered => Tampered(tampered),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } bad =>
            Problem(bad.StatusCode, ProblemCode.BodyTooLarge, "The body is larger than this server takes."),
        BadHttpRequestException bad => Problem(StatusCodes.Status400BadRequest, ProblemCode.BodyInvalid, bad.Message),
        OperationCanceledException => null,
        _ => Unforeseen(error),
    };

    /// <summary>Writes a problem.</summary>
    public static IResult Answer(HttpContext http, ProblemDetails problem)
    {
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = $"Bearer error=\"{problem.Extensions["code"]}\"";
        }

        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = 5.ToString(CultureInfo.InvariantCulture);
        }

        problem.Instance = http.Request.Path;
        return Results.Json(problem, contentType: MediaType, statusCode: problem.Status);
    }

    private static ProblemDetails BadParameter(HttpContext http)
    {
        var names = http.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [];
        var missing = names.FirstOrDefault(p => p.ParameterType == typeof(string) && !http.Request.Query.ContainsKey(p.Name!)
            && !http.Request.RouteValues.ContainsKey(p.Name!) && new NullabilityInfoContext().Create(p).WriteState == NullabilityState.NotNull);
        return missing is not null
            ? Problem(StatusCodes.Status400BadRequest, ProblemCode.ParameterMissing, $"The parameter '{missing.Name}' is missing.")
            : Problem(StatusCodes.Status400BadRequest, ProblemCode.ParameterInvalid, "A parameter is malformed; /openapi/v1.json describes them.");
    }

    private static ProblemDetails Refused(RestException rest)
    {
        var problem = Problem(rest.Status, rest.Code, rest.Message);
        if (rest.Status == StatusCodes.Status403Forbidden)
        {
            problem.Extensions["rule"] = rest.Code;
        }

        return problem;
    }

    // Every refusal says which rule: the law's or the consent's, and where neither decided, the one the code stands for.
    private static ProblemDetails Rejected(LedgerRejectedException rejected)
    {
        var problem = Problem(StatusOf(rejected), rejected.Code, rejected.Message);
        if ((rejected.Rule ?? (problem.Status == StatusCodes.Status403Forbidden ? rejected.Code : null)) is { } rule)
        {
            problem.Extensions["rule"] = rule;
        }

        return problem;
    }

    // What a contract's own code refuses has the contract's own code, of which nothing is known here.
    private static int StatusOf(LedgerRejectedException rejected) =>
        rejected.InnerException is ContractException ? StatusCodes.Status409Conflict : StatusOf(rejected.Code);

    private static int StatusOf(string code) => code switch
    {
        ProblemCode.PatientErased or "document.erased" => StatusCodes.Status410Gone,
        ProblemCode.KeyRevoked or ProblemCode.KeyUnknown => StatusCodes.Status401Unauthorized,
        "identifier.invalid" or "device.batch" or "device.clock" or "record.id" or "record.not-writable" => StatusCodes.Status400BadRequest,
        "document.too-large" => StatusCodes.Status413PayloadTooLarge,

        // The law's refusals, not things that were looked for and not found.
        ProblemCode.PurposeUnknown or "account.unknown" => StatusCodes.Status403Forbidden,
        _ when code.EndsWith(".unknown", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ when code.StartsWith("idempotency.", StringComparison.Ordinal) || code.StartsWith("supersedes.", StringComparison.Ordinal)
            || code.StartsWith("stock.", StringComparison.Ordinal) || code.StartsWith("procurement.", StringComparison.Ordinal)
            || code.StartsWith("resource.", StringComparison.Ordinal) || code.StartsWith("contract.", StringComparison.Ordinal)
            || code is "account.exists" or "retention.not-over" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status403Forbidden,
    };

    private static ProblemDetails Tampered(LedgerTamperedException tampered)
    {
        Log.Error("The ledger does not agree with its signatures: {Code}. Run 'voicemed ledger verify'.", tampered.Code);
        return Problem(StatusCodes.Status500InternalServerError, tampered.Code, "The ledger does not agree with its signatures; nothing of it is shown.");
    }

    private static ProblemDetails Unforeseen(Exception error)
    {
        // The exception's text may quote what was sent in, so only its kind and place are logged.
        Log.Error("A request failed unexpectedly: {Kind} in {Place}", error.GetType().FullName, error.TargetSite?.DeclaringType?.FullName);
        return Problem(StatusCodes.Status500InternalServerError, ProblemCode.Internal, "The server failed; its log says more.");
    }

    private static ProblemDetails Problem(int status, string code, string detail) => new()
    {
        Type = "urn:voicemed:problem:" + code,
        Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
        Status = status,
        Detail = detail,
        Extensions = { ["code"] = code },
    };
}
