using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Rest.Responses;
using VoiceMed.Ledger.Devices;
using VoiceMed.LedgerClient.Devices;

namespace VoiceMed.Assistant.Rest.Ledger;

/// <summary>Readings of home devices in the compact batch form. FHIR Observations of devices go to <c>/fhir</c>.</summary>
internal static class DeviceEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/ledger/devices/readings", PostAsync)
        .WithName("sendReadings").WithTags("devices").Accepts<DeviceBatch>("application/json")
        .WithSummary("Takes a batch of readings; each is recognised by device, time and kind, however often it is delivered.");

    private static async Task<JsonAnswer<BatchOutcome>> PostAsync(HttpContext http, DeviceGateway gateway, CancellationToken cancellation)
    {
        var caller = CallerFilter.Of(http).WithRole(CallerRoles.Device, CallerRoles.System);
        var batch = await RestBody.ReadAsync<DeviceBatch>(http, cancellation).ConfigureAwait(false);
        return new(new BatchOutcome(await gateway.AppendAsync(batch, caller.Account.Hospital, cancellation).ConfigureAwait(false)));
    }

    /// <summary>What became of a batch.</summary>
    /// <param name="Readings">One outcome a reading, in the batch's order.</param>
    internal sealed record BatchOutcome(IReadOnlyList<ReadingOutcome> Readings);
}
