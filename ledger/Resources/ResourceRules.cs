using VoiceMed.Ledger.Resources.Events;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Gs1;

namespace VoiceMed.Ledger.Resources;

/// <summary>Whether an event may follow what its chain holds. Stateless and thread-safe.</summary>
internal static class ResourceRules
{
    /// <summary>Refuses an event that contradicts the chain it would be appended to.</summary>
    /// <param name="entry">The event.</param>
    /// <param name="chain">The chain's events, oldest first.</param>
    /// <param name="product">The product the event is about, or null when it is not registered or the event is about none.</param>
    /// <exception cref="LedgerRejectedException">It does: the code says how.</exception>
    public static void Check(ResourceEvent entry, IReadOnlyList<ResourceEvent> chain, ProductState? product)
    {
        switch (entry)
        {
            case ProductRegistered { Category: not ("medicine" or "device") }:
                throw new LedgerRejectedException("resource.category", "The category must be 'medicine' or 'device'.");
            case ProductRegistered registered:
                RequireGtin(registered.Gtin);
                break;
            case ItemRegistered:
                Require(ItemState.Of(chain) is null, "resource.exists", "A package with this number is registered already.");
                RequireProduct(product);
                break;
            case ItemTransferred transfer:
                RequireOwner(chain, transfer.From);
                break;
            case ItemUsed use:
                RequireOwner(chain, use.By);
                break;
            case StockNormSet norm:
                RequireProduct(product);
                Require(norm.Norm >= 0, "stock.quantity", "The norm must not be negative.");
                break;
            case StockMoved moved:
                RequireProduct(product);
                StockRules.Check(StockState.Of(chain), moved.Movement, moved.Quantity);
                break;
            case ProcurementRequested request:
                RequireProduct(product);
                Require(chain.Count == 0, "procurement.exists", "A request with this identifier was made already.");
                Require(request.Quantity > 0 && request.PriceCeiling > 0, "procurement.quantity", "Quantity and price ceiling must be more than 0.");
                Require(request.Deadline > request.Time, "procurement.closed", "The deadline must lie ahead.");
                break;
            case OfferMade offer:
                Procurement(chain).Check(offer);
                break;
            case OfferChosen choice:
                Procurement(chain).Check(choice);
                break;
            default:
                RequireProduct(product);
                break;
        }
    }

    /// <summary>The trade item an event is about, or null for those about a request.</summary>
    public static string? GtinOf(ResourceEvent entry) => entry switch
    {
        ProductRegistered product => product.Gtin,
        BatchRegistered batch => batch.Gtin,
        BatchRecalled recall => recall.Gtin,
        ItemRegistered item => item.Gtin,
        StockNormSet norm => norm.Gtin,
        StockMoved moved => moved.Gtin,
        ProcurementRequested request => request.Gtin,
        _ => null,
    };

    private static ProcurementState Procurement(IReadOnlyList<ResourceEvent> chain) =>
        ProcurementState.Of(chain) ?? throw new LedgerRejectedException("procurement.unknown", "There is no request with this identifier.");

    private static void RequireOwner(IReadOnlyList<ResourceEvent> chain, string owner)
    {
        var item = ItemState.Of(chain) ?? throw new LedgerRejectedException("resource.unknown", "No package with this number is registered.");
        Require(item.Use is null, "resource.used", "The package has been used.");
        Require(item.Owner == owner, "resource.owner", "Only the present owner can pass a package on or use it.");
    }

    private static void RequireProduct(ProductState? product) =>
        Require(product is not null, "resource.unknown", "The product is not registered.");

    private static void RequireGtin(string gtin) =>
        Require(gtin.Length == 14 && Gtin.Normalize(gtin) == gtin, "resource.gtin", "A GTIN has 14 digits, the last of them the check digit.");

    private static void Require(bool holds, string code, string message)
    {
        if (!holds)
        {
            throw new LedgerRejectedException(code, message);
        }
    }
}
