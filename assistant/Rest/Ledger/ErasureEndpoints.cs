using NodaTime;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Erasure;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Rest.Ledger;

/// <summary>Erasing a patient's content by destroying its key, once the law no longer keeps it.</summary>
internal static class ErasureEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger/patients/{patient}/retention", GetRetentionAsync).WithName("getRetention").WithTags("ledger")
            .WithSummary("The day from which a patient's record may be erased. For admins and managers.");
        routes.MapDelete("/ledger/patients/{patient}", EraseAsync).WithName("erasePatient").WithTags("ledger")
            .WithSummary("Destroys the patient's key: nothing of the record can be read any more, and the chain still verifies. For admins and managers.");
    }

    private static async Task<JsonAnswer<Retention>> GetRetentionAsync(
        HttpContext http, IErasureDesk desk, string patient, CancellationToken cancellation)
    {
        CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Manager);
        return new(new Retention(await desk.GetRetainedUntilAsync(new PatientId(patient), cancellation).ConfigureAwait(false)));
    }

    private static async Task<JsonAnswer<AppendReceipt>> EraseAsync(
        HttpContext http, IErasureDesk desk, string patient, string basis, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Manager);
        if (string.IsNullOrWhiteSpace(basis))
        {
            throw new RestException(
                StatusCodes.Status400BadRequest, ProblemCode.ParameterInvalid, "basis must say why the record is erased, for example retention-over; no personal data.");
        }

        return new(await desk.EraseAsync(new PatientId(patient), caller.Account.Hospital, basis, cancellation).ConfigureAwait(false));
    }

    /// <summary>How long the law keeps a record.</summary>
    /// <param name="RetainedUntil">The first day on which it may be erased.</param>
    internal sealed record Retention(LocalDate RetainedUntil);
}
