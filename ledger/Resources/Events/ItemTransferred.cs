namespace VoiceMed.Ledger.Resources.Events;

/// <summary>A package changed hands.</summary>
public sealed record ItemTransferred : ResourceEvent
{
    /// <summary>The trade item, 14 digits.</summary>
    public required string Gtin { get; init; }

    /// <summary>The package's own number.</summary>
    public required string Serial { get; init; }

    /// <summary>Who gives; must be the owner at that point of the chain.</summary>
    public required string From { get; init; }

    /// <summary>Who receives.</summary>
    public required string To { get; init; }
}
