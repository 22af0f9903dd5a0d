using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Resources.Events;

/// <summary>A batch, or the whole product, was recalled.</summary>
public sealed record BatchRecalled : ResourceEvent
{
    /// <summary>The trade item, 14 digits.</summary>
    public required string Gtin { get; init; }

    /// <summary>The batch; null for all of them.</summary>
    public string? Batch { get; init; }

    /// <summary>Why.</summary>
    public required BilingualText Reason { get; init; }
}
