using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Resources.Events;

/// <summary>A medicine or device was entered into the registry.</summary>
public sealed record ProductRegistered : ResourceEvent
{
    /// <summary>The trade item, 14 digits.</summary>
    public required string Gtin { get; init; }

    /// <summary>What it is.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>Who makes it.</summary>
    public required BilingualText Maker { get; init; }

    /// <summary><c>medicine</c> or <c>device</c>.</summary>
    public required string Category { get; init; }

    /// <summary>True when each package has its own number and leaves one chain of owners.</summary>
    public bool Serialized { get; init; }
}
