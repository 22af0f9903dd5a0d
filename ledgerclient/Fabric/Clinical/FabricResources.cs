using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>
/// The channel's resource events: products, packages and their owners, stocks, procurement. The chaincode checks each event against its
/// chain by the embedded ledger's rules; what follows from the events is worked out by whoever reads them. Thread-safe.
/// </summary>
public sealed class FabricResources
{
    private readonly ClinicalContract contract;
    private readonly TransactionPlaces places;

    internal FabricResources(ClinicalContract contract, TransactionPlaces places) => (this.contract, this.places) = (contract, places);

    /// <summary>Records an event.</summary>
    /// <param name="resourceEvent">The event as canonical JSON.</param>
    /// <param name="hospital">The hospital that says so; one of this connection's organisation.</param>
    /// <param name="idempotencyKey">The source's own key for this event; a second delivery changes nothing.</param>
    /// <param name="cancellation">Ends the wait; the event may have been recorded then, and may be sent again.</param>
    /// <returns>Where it stands in the channel.</returns>
    /// <exception cref="LedgerRejectedException">The event contradicts its chain; the code says how, for example <c>stock.minimum</c>.</exception>
    public async ValueTask<AppendReceipt> RecordAsync(
        string resourceEvent, HospitalId hospital, string idempotencyKey, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceEvent);
        ArgumentNullException.ThrowIfNull(idempotencyKey);
        var (written, status) = await contract.SubmitAsync<WrittenEntry>("record", cancellation, resourceEvent, hospital.Value, idempotencyKey)
            .ConfigureAwait(false);
        return await places.ReceiptAsync(written, status, cancellation).ConfigureAwait(false);
    }

    /// <summary>The chains of one kind.</summary>
    /// <param name="kind"><c>product</c>, <c>item</c>, <c>stock</c> or <c>procurement</c>.</param>
    /// <param name="hospital">Only this hospital's, where the kind is <c>stock</c>; null for all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Each chain's events as they were recorded, the oldest first.</returns>
    public async ValueTask<IReadOnlyList<IReadOnlyList<string>>> GetChainsAsync(
        string kind, HospitalId? hospital = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        return await contract.EvaluateAsync<IReadOnlyList<IReadOnlyList<string>>>("chains", cancellation, kind, hospital?.Value ?? "")
            .ConfigureAwait(false);
    }
}
