using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.Ledger;

namespace VoiceMed.Assistant.Rest;

/// <summary>Whether the ledger can be read and written, for load balancers and monitors. Needs no token and says nothing of patients.</summary>
internal static class HealthEndpoint
{
    /// <summary>Maps the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health", Get).WithName("health").WithTags("health")
        .WithSummary("Whether the ledger answers; 503 when it does not.");

    private static JsonAnswer<Health> Get(EmbeddedLedger ledger) =>
        new(new Health("ok", ledger.Store.Read(reader => reader.Count), ledger.Store.IsReadOnly));

    /// <summary>The state of the service.</summary>
    /// <param name="Status">Always <c>ok</c>; a problem document says otherwise.</param>
    /// <param name="Entries">How many entries the ledger holds.</param>
    /// <param name="ReadOnly">True when nothing can be written.</param>
    internal sealed record Health(string Status, long Entries, bool ReadOnly);
}
