using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Resources.Events;

/// <summary>A quantity entered, left, or was put aside in a stock.</summary>
public sealed record StockMoved : ResourceEvent
{
    /// <summary>The organisation.</summary>
    public required HospitalId Hospital { get; init; }

    /// <summary>The trade item, 14 digits.</summary>
    public required string Gtin { get; init; }

    /// <summary>What happened.</summary>
    public required StockMovement Movement { get; init; }

    /// <summary>How many units, more than 0.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>From whom or to whom; null inside the organisation.</summary>
    public string? Counterparty { get; init; }
}
