using NodaTime;

namespace VoiceMed.Ledger.Resources.Events;

/// <summary>One package or device with its own number came into being.</summary>
public sealed record ItemRegistered : ResourceEvent
{
    /// <summary>The trade item, 14 digits.</summary>
    public required string Gtin { get; init; }

    /// <summary>The package's own number.</summary>
    public required string Serial { get; init; }

    /// <summary>Its batch, or null.</summary>
    public string? Batch { get; init; }

    /// <summary>The last day it may be used, inclusive; null for the batch's.</summary>
    public LocalDate? Expiry { get; init; }

    /// <summary>The first owner: a maker, a supplier or a hospital.</summary>
    public required string Owner { get; init; }
}
