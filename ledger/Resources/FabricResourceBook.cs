using System.Text;
using VoiceMed.Ledger.Resources.Events;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Resources;

/// <summary>
/// The resource book of a Fabric channel: the chaincode checks the events, and what follows from them is worked out here as on the embedded
/// ledger. Thread-safe.
/// </summary>
/// <param name="resources">The channel's resource events.</param>
public sealed class FabricResourceBook(FabricResources resources) : IResourceBook
{
    /// <inheritdoc/>
    public ValueTask<AppendReceipt> RecordAsync(
        ResourceEvent entry, HospitalId hospital, string idempotencyKey, CancellationToken cancellation = default) =>
        resources.RecordAsync(Encoding.UTF8.GetString(ResourceJson.Encode(entry)), hospital, idempotencyKey, cancellation);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TurnoverLine>> GetTurnoverAsync(
        HospitalId? hospital, int year, int quarter, CancellationToken cancellation = default)
    {
        // The stocks first: a stock's product was registered before it.
        var stocks = await ChainsAsync("stock", hospital, cancellation).ConfigureAwait(false);
        var products = (await ChainsAsync("product", null, cancellation).ConfigureAwait(false)).Select(ProductState.Of)
            .OfType<ProductState>().ToDictionary(product => product.Registration.Gtin, product => product.Registration.Name, StringComparer.Ordinal);
        var lines = new List<TurnoverLine>();
        foreach (var chain in stocks)
        {
            var (owner, gtin) = chain[0] is StockNormSet norm ? (norm.Hospital, norm.Gtin) : (((StockMoved)chain[0]).Hospital, ((StockMoved)chain[0]).Gtin);
            lines.Add(new TurnoverLine(owner, gtin, products[gtin], Turnover.Of(chain, year, quarter)));
        }

        return [.. lines.OrderBy(line => line.Resource.In("ru"), StringComparer.Ordinal).ThenBy(line => line.Hospital.Value, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ProcurementState>> GetProcurementsAsync(CancellationToken cancellation = default) =>
        [.. (await ChainsAsync("procurement", null, cancellation).ConfigureAwait(false)).Select(ProcurementState.Of).OfType<ProcurementState>()
            .OrderBy(p => p.Choice is null ? 0 : 1).ThenByDescending(p => p.Request.Time)];

    private async ValueTask<IReadOnlyList<IReadOnlyList<ResourceEvent>>> ChainsAsync(string kind, HospitalId? hospital, CancellationToken cancellation)
    {
        var chains = await resources.GetChainsAsync(kind, hospital, cancellation).ConfigureAwait(false);
        return [.. chains.Select(chain => chain.Select(text => ResourceJson.Decode(Encoding.UTF8.GetBytes(text))).ToArray())];
    }
}
