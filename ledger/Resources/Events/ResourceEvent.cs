using System.Text.Json.Serialization;
using NodaTime;

namespace VoiceMed.Ledger.Resources.Events;

/// <summary>
/// One thing that happened to a medicine, a device, a stock or a procurement. Events are the payloads of the resource chains;
/// everything the registry answers follows from them. They hold no personal data.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ProductRegistered), "product")]
[JsonDerivedType(typeof(BatchRegistered), "batch")]
[JsonDerivedType(typeof(BatchRecalled), "recall")]
[JsonDerivedType(typeof(ItemRegistered), "item")]
[JsonDerivedType(typeof(ItemTransferred), "transfer")]
[JsonDerivedType(typeof(ItemUsed), "use")]
[JsonDerivedType(typeof(StockNormSet), "norm")]
[JsonDerivedType(typeof(StockMoved), "movement")]
[JsonDerivedType(typeof(ProcurementRequested), "request")]
[JsonDerivedType(typeof(OfferMade), "offer")]
[JsonDerivedType(typeof(OfferChosen), "choice")]
public abstract record ResourceEvent
{
    /// <summary>When it happened, as the writer says.</summary>
    public required Instant Time { get; init; }
}
