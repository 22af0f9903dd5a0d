using NodaTime;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.Ledger;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Rest.Ledger;

/// <summary>Erasing a patient's content by destroying its key, once the law no longer keeps it.</summary>
internal static class ErasureEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger/patients/{patient}/retention", GetRetention).WithName("getRetention").WithTags("ledger")
            .WithSummary("The day from which a patient's record may be erased. For admins and managers.");
        routes.MapDelete("/ledger/patients/{patient}", EraseAsync).WithName("erasePatient").WithTags("ledger")
            .WithSummary("Destroys the patient's key: nothing of the record can be read any more, and the chain still verifies. For admins and managers.");
    }

    private static JsonAnswer<Retention> GetRetention(HttpContext http, EmbeddedLedger ledger, string patient)
    {
        CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Manager);
        return new(new Retention(ledger.Erasure.RetainedUntil(new PatientId(patient))));
    }

    private static async Task<JsonAnswer<AppendReceipt>> EraseAsync(
        HttpContext http, EmbeddedLedger ledger, string patient, string basis, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http).WithRole(CallerRoles.Admin, CallerRoles.Manager);
        return new(await ledger.Erasure.EraseAsync(new PatientId(patient), caller.Account.Hospital, basis, cancellation).ConfigureAwait(false));
    }

    /// <summary>How long the law keeps a record.</summary>
    /// <param name="RetainedUntil">The first day on which it may be erased.</param>
    internal sealed record Retention(LocalDate RetainedUntil);
}
