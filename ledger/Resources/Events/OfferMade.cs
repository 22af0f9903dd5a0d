namespace VoiceMed.Ledger.Resources.Events;

/// <summary>A supplier offers to deliver. A later offer of the same supplier replaces the earlier one.</summary>
public sealed record OfferMade : ResourceEvent
{
    /// <summary>The request's identifier.</summary>
    public required string Request { get; init; }

    /// <summary>The supplier.</summary>
    public required string Supplier { get; init; }

    /// <summary>The price of a unit, in the request's currency; more than 0, at most the ceiling.</summary>
    public required decimal Price { get; init; }

    /// <summary>How many units, more than 0, at most what was asked for.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Days until delivery, 0 or more.</summary>
    public required int DeliveryDays { get; init; }
}
