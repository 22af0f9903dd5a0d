using NodaTime;
using VoiceMed.Ledger.Resources.Events;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Resources;

/// <summary>
/// The registry of medicines and devices: authenticity, chains of owners, stocks and procurement, all of it entries of the
/// ledger's resource chains. Thread-safe.
/// </summary>
public sealed class ResourceRegistry(LedgerStore store) : IResourceRegistry
{
    /// <summary>Records an event after checking it against what its chain holds, as one step.</summary>
    /// <param name="entry">The event.</param>
    /// <param name="writer">The signing key, see <see cref="Keys.SigningKeys"/>.</param>
    /// <param name="idempotencyKey">The source's own key for this event; a second delivery changes nothing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerRejectedException">The event contradicts the chain; the code says how.</exception>
    public ValueTask<AppendReceipt> RecordAsync(
        ResourceEvent entry, string writer, string idempotencyKey, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var draft = new EntryDraft
        {
            Chain = ResourceChain.Of(entry),
            Kind = ResourceJson.Kind,
            Writer = writer,
            Payload = ResourceJson.Encode(entry),
            IdempotencyKey = idempotencyKey,
            Projection = EntryProjection.None,
        };
        return store.TransactAsync(
            transaction =>
            {
                // What was delivered before was checked before, and may well contradict what came after it.
                if (transaction.FindDelivery(writer, idempotencyKey) is null)
                {
                    var product = ResourceRules.GtinOf(entry) is { } gtin ? Product(transaction, gtin) : null;
                    ResourceRules.Check(entry, Events(transaction, draft.Chain), product);
                }

                return transaction.Append(draft);
            },
            cancellation);
    }

    /// <summary>Says whether a scanned package or device is genuine.</summary>
    /// <param name="code">The scanned text or a spoken number.</param>
    public ResourceVerdict Verify(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var today = Now.InUtc().Date;
        return store.Read(reader => new ResourceVerifier(
            gtin => Product(reader, gtin),
            (gtin, serial) => ItemState.Of(Events(reader, ResourceChain.Item(gtin, serial)))).Verify(code, today));
    }

    /// <summary>What is in stock.</summary>
    /// <param name="item">A part of the resource's name in either language, or its GTIN; null for all.</param>
    /// <param name="hospital">Only this hospital, or null for all.</param>
    public IReadOnlyList<StockLevel> GetStock(string? item, HospitalId? hospital) =>
        Stocks(item, hospital).Select(s => new StockLevel(
            s.Hospital, s.Product.Registration.Name, s.State.Available, s.State.Reserved, s.State.Minimum)).ToArray();

    /// <summary>The stocks that have fallen below their minimum of 97 % of the norm.</summary>
    public IReadOnlyList<StockLevel> GetBelowMinimum(HospitalId? hospital) => GetStock(null, hospital)
        .Where(s => s.Available + s.Reserved < s.Minimum).ToArray();

    /// <summary>The turnover of each stock in a calendar quarter.</summary>
    /// <param name="hospital">Only this hospital, or null for all.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="quarter">1 to 4.</param>
    public IReadOnlyList<TurnoverLine> GetTurnover(HospitalId? hospital, int year, int quarter) =>
        Stocks(null, hospital).Select(s => new TurnoverLine(
            s.Hospital, s.Product.Registration.Gtin, s.Product.Registration.Name, Turnover.Of(s.Events, year, quarter))).ToArray();

    /// <summary>The procurements, the open ones first, then the newest first.</summary>
    public IReadOnlyList<ProcurementState> GetProcurements() => store.Read(reader =>
        reader.Chains(ResourceChain.Procurements).Select(chain => ProcurementState.Of(Events(reader, chain))).OfType<ProcurementState>()
            .OrderBy(p => p.Choice is null ? 0 : 1).ThenByDescending(p => p.Request.Time).ToArray());

    /// <summary>A package's chain of owners and end, or null when it is not registered.</summary>
    public ItemState? FindItem(string gtin, string serial) =>
        store.Read(reader => ItemState.Of(Events(reader, ResourceChain.Item(gtin, serial))));

    /// <summary>A product with its batches and recalls, or null when it is not registered.</summary>
    public ProductState? FindProduct(string gtin) => store.Read(reader => Product(reader, gtin));

    ValueTask<ResourceVerdict> IResourceRegistry.VerifyAsync(string item, CancellationToken cancellation) => new(Verify(item));

    ValueTask<IReadOnlyList<StockLevel>> IResourceRegistry.GetStockAsync(string? item, HospitalId? hospital, CancellationToken cancellation) =>
        new(GetStock(item, hospital));

    private Instant Now => Instant.FromDateTimeOffset(store.Options.Time.GetUtcNow());

    private IReadOnlyList<StockOf> Stocks(string? item, HospitalId? hospital) => store.Read(reader =>
    {
        var found = new List<StockOf>();
        foreach (var chain in reader.Chains(ResourceChain.Stocks))
        {
            var events = Events(reader, chain);
            if (events.Select(Place).FirstOrDefault(p => p is not null) is not { } place
                || (hospital is { } only && place.Hospital != only)
                || Product(reader, place.Gtin) is not { } product
                || !Matches(product, item))
            {
                continue;
            }

            found.Add(new StockOf(place.Hospital, product, events, StockState.Of(events)));
        }

        return found.OrderBy(s => s.Product.Registration.Name.In("ru"), StringComparer.Ordinal)
            .ThenBy(s => s.Hospital.Value, StringComparer.Ordinal).ToArray();
    });

    private static (HospitalId Hospital, string Gtin)? Place(ResourceEvent entry) => entry switch
    {
        StockMoved moved => (moved.Hospital, moved.Gtin),
        StockNormSet norm => (norm.Hospital, norm.Gtin),
        _ => null,
    };

    private static bool Matches(ProductState product, string? item) =>
        string.IsNullOrWhiteSpace(item)
        || product.Registration.Gtin == item
        || Folded(product.Registration.Name.Ru).Contains(Folded(item), StringComparison.Ordinal)
        || Folded(product.Registration.Name.En).Contains(Folded(item), StringComparison.Ordinal);

    private static string Folded(string? text) => (text ?? string.Empty).Trim().ToLowerInvariant().Replace('ё', 'е');

    private static ProductState? Product(LedgerReader reader, string gtin) => ProductState.Of(Events(reader, ResourceChain.Product(gtin)));

    private static IReadOnlyList<ResourceEvent> Events(LedgerReader reader, string chain) =>
        reader.Walk(chain).Select(entry => ResourceJson.Decode(reader.Open(entry))).ToArray();

    private sealed record StockOf(HospitalId Hospital, ProductState Product, IReadOnlyList<ResourceEvent> Events, StockState State);
}
