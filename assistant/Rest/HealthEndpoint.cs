using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.Ledger;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Browsing;

namespace VoiceMed.Assistant.Rest;

/// <summary>Whether the ledger can be read and written, for load balancers and monitors. Needs no token and says nothing of patients.</summary>
internal static class HealthEndpoint
{
    /// <summary>Maps the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health", GetAsync).WithName("health").WithTags("health")
        .WithSummary("Whether the ledger answers; 503 when it does not.");

    private static async Task<JsonAnswer<Health>> GetAsync(IClinicalLedger ledger, ILedgerBrowser browser, CancellationToken cancellation) =>
        new(ledger is EmbeddedLedger embedded
            ? new Health("ok", embedded.Store.Read(reader => reader.Count), embedded.Store.IsReadOnly)
            : new Health("ok", await browser.CountBlocksAsync(cancellation).ConfigureAwait(false), false));

    /// <summary>The state of the service.</summary>
    /// <param name="Status">Always <c>ok</c>; a problem document says otherwise.</param>
    /// <param name="Entries">How many entries the embedded ledger holds; on Fabric, the number of the newest block.</param>
    /// <param name="ReadOnly">True when nothing can be written.</param>
    internal sealed record Health(string Status, long Entries, bool ReadOnly);
}
