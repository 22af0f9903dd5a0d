using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Resources.Events;

/// <summary>The stock an organisation is to hold of a product was set.</summary>
public sealed record StockNormSet : ResourceEvent
{
    /// <summary>The organisation.</summary>
    public required HospitalId Hospital { get; init; }

    /// <summary>The trade item, 14 digits.</summary>
    public required string Gtin { get; init; }

    /// <summary>The norm in units, 0 or more. What must be kept is 97 % of it.</summary>
    public required decimal Norm { get; init; }
}
