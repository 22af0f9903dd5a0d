using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Resources.Events;

/// <summary>An organisation asks for offers.</summary>
public sealed record ProcurementRequested : ResourceEvent
{
    /// <summary>The request's identifier.</summary>
    public required string Request { get; init; }

    /// <summary>Who asks.</summary>
    public required HospitalId Hospital { get; init; }

    /// <summary>The trade item, 14 digits.</summary>
    public required string Gtin { get; init; }

    /// <summary>How many units, more than 0.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The most a unit may cost, inclusive, in <see cref="Currency"/>.</summary>
    public required decimal PriceCeiling { get; init; }

    /// <summary>The currency, ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Until when offers are taken, exclusive.</summary>
    public required Instant Deadline { get; init; }
}
