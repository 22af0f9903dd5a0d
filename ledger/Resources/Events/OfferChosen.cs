namespace VoiceMed.Ledger.Resources.Events;

/// <summary>The organisation took an offer; the request is closed.</summary>
public sealed record OfferChosen : ResourceEvent
{
    /// <summary>The request's identifier.</summary>
    public required string Request { get; init; }

    /// <summary>The supplier whose last offer was taken.</summary>
    public required string Supplier { get; init; }

    /// <summary>Why, when it is not the cheapest; null when it is.</summary>
    public string? Reason { get; init; }
}
