namespace VoiceMed.Ledger.Resources.Events;

/// <summary>A package was opened or given out; its code is spent.</summary>
public sealed record ItemUsed : ResourceEvent
{
    /// <summary>The trade item, 14 digits.</summary>
    public required string Gtin { get; init; }

    /// <summary>The package's own number.</summary>
    public required string Serial { get; init; }

    /// <summary>Where; must be the owner at that point of the chain.</summary>
    public required string By { get; init; }
}
