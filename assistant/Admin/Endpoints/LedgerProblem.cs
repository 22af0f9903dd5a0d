using NodaTime.Text;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Assistant.Admin.Endpoints;

/// <summary>Answers the admin's page when the ledger could not, or would not, do what was asked.</summary>
internal static class LedgerProblem
{
    /// <summary>Carries a request out; what the ledger throws becomes 503 while it is away, 400 otherwise.</summary>
    public static async Task<IResult> GuardAsync(Func<Task<IResult>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception e) when (e is LedgerException or UnparsableValueException or ArgumentException)
        {
            var status = e is LedgerUnavailableException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest;
            return Results.Problem(e.Message, statusCode: status);
        }
    }
}
