using NodaTime;

namespace VoiceMed.Ledger.Resources.Events;

/// <summary>A batch was put on the market.</summary>
public sealed record BatchRegistered : ResourceEvent
{
    /// <summary>The trade item, 14 digits.</summary>
    public required string Gtin { get; init; }

    /// <summary>The batch.</summary>
    public required string Batch { get; init; }

    /// <summary>The last day it may be used, inclusive; null when it does not expire.</summary>
    public LocalDate? Expiry { get; init; }
}
