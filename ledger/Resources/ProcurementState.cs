using VoiceMed.Ledger.Resources.Events;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Ledger.Resources;

/// <summary>A procurement: the fold of its chain. Immutable.</summary>
/// <param name="Request">What is asked for.</param>
/// <param name="Offers">Each supplier's last offer, the cheapest first, then the fastest, then the earliest.</param>
/// <param name="Choice">The offer that was taken, or null while the request is open.</param>
public sealed record ProcurementState(ProcurementRequested Request, IReadOnlyList<OfferMade> Offers, OfferChosen? Choice)
{
    /// <summary>Folds a procurement's chain; null when nothing was asked for.</summary>
    public static ProcurementState? Of(IReadOnlyList<ResourceEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.OfType<ProcurementRequested>().FirstOrDefault() is not { } request ? null : new ProcurementState(
            request,
            events.OfType<OfferMade>().GroupBy(o => o.Supplier).Select(o => o.Last())
                .OrderBy(o => o.Price).ThenBy(o => o.DeliveryDays).ThenBy(o => o.Time).ToArray(),
            events.OfType<OfferChosen>().FirstOrDefault());
    }

    /// <summary>Refuses an offer that breaks the request's terms.</summary>
    /// <exception cref="LedgerRejectedException">Codes <c>procurement.closed</c>, <c>procurement.price-ceiling</c>, <c>procurement.quantity</c>.</exception>
    public void Check(OfferMade offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        if (Choice is not null || offer.Time >= Request.Deadline)
        {
            throw new LedgerRejectedException("procurement.closed", "The request takes no more offers.");
        }

        if (offer.Price <= 0 || offer.Price > Request.PriceCeiling)
        {
            throw new LedgerRejectedException(
                "procurement.price-ceiling", $"A unit may cost at most {Request.PriceCeiling} {Request.Currency}, and more than nothing.");
        }

        if (offer.Quantity <= 0 || offer.Quantity > Request.Quantity || offer.DeliveryDays < 0)
        {
            throw new LedgerRejectedException("procurement.quantity", $"An offer is for more than 0 and at most {Request.Quantity} units, in 0 days or more.");
        }
    }

    /// <summary>Refuses a choice of nobody's offer, and one past the cheapest without a reason.</summary>
    /// <exception cref="LedgerRejectedException">Codes <c>procurement.closed</c>, <c>procurement.no-offer</c>, <c>procurement.reason</c>.</exception>
    public void Check(OfferChosen choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        if (Choice is not null)
        {
            throw new LedgerRejectedException("procurement.closed", "An offer has been taken already.");
        }

        if (Offers.All(o => o.Supplier != choice.Supplier))
        {
            throw new LedgerRejectedException("procurement.no-offer", "This supplier made no offer.");
        }

        if (Offers[0].Supplier != choice.Supplier && string.IsNullOrWhiteSpace(choice.Reason))
        {
            throw new LedgerRejectedException("procurement.reason", "Another offer is cheaper; say why this one is taken.");
        }
    }
}
