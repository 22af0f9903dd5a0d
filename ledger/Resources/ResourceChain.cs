using System.Security.Cryptography;
using System.Text;
using VoiceMed.Ledger.Resources.Events;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Resources;

/// <summary>Names the chains of the resource registry: one a product, one a numbered package, one a stock, one a procurement. Thread-safe.</summary>
public static class ResourceChain
{
    /// <summary>What the names of all resource chains begin with.</summary>
    public const string Prefix = "resource/";

    /// <summary>A product's chain: registration, batches, recalls.</summary>
    public static string Product(string gtin) => Name(gtin);

    /// <summary>A numbered package's chain: its owners and its end.</summary>
    public static string Item(string gtin, string serial) => Name($"{gtin}.21.{serial}");

    /// <summary>An organisation's stock of a product.</summary>
    public static string Stock(HospitalId hospital, string gtin) => Name($"stock.{gtin}.{hospital.Value}");

    /// <summary>What the chains of all stocks begin with.</summary>
    public static string Stocks { get; } = Prefix + "stock.";

    /// <summary>A procurement's chain: request, offers, choice.</summary>
    public static string Procurement(string request) => Name($"procurement.{request}");

    /// <summary>What the chains of all procurements begin with.</summary>
    public static string Procurements { get; } = Prefix + "procurement.";

    /// <summary>The chain an event belongs to.</summary>
    public static string Of(ResourceEvent entry) => entry switch
    {
        ProductRegistered product => Product(product.Gtin),
        BatchRegistered batch => Product(batch.Gtin),
        BatchRecalled recall => Product(recall.Gtin),
        ItemRegistered item => Item(item.Gtin, item.Serial),
        ItemTransferred transfer => Item(transfer.Gtin, transfer.Serial),
        ItemUsed use => Item(use.Gtin, use.Serial),
        StockNormSet norm => Stock(norm.Hospital, norm.Gtin),
        StockMoved moved => Stock(moved.Hospital, moved.Gtin),
        ProcurementRequested request => Procurement(request.Request),
        OfferMade offer => Procurement(offer.Request),
        OfferChosen choice => Procurement(choice.Request),
        _ => throw new ArgumentException($"{entry?.GetType().Name} belongs to no chain.", nameof(entry)),
    };

    // A serial number may hold characters a chain's name may not, and be too long: then its digest stands for it.
    private static string Name(string text)
    {
        if (text.Length <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
        {
            return Prefix + text;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];
        return $"{Prefix}{text[..Math.Min(text.IndexOf('.') + 1, 20)]}h.{digest}";
    }
}
