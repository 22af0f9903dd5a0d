using System.Text.Json;
using VoiceMed.Ledger.Fhir.Elements;

namespace VoiceMed.Ledger.Fhir.Bundles;

/// <summary>
/// Resources that arrived together: a FHIR Bundle, or one resource alone. Immutable; valid as long as the document it was read from.
/// </summary>
public sealed class FhirBundle
{
    private readonly Dictionary<string, FhirNode> _byAddress;

    private FhirBundle(string type, IReadOnlyList<FhirBundleEntry> entries)
    {
        Type = type;
        Entries = entries;
        _byAddress = [];
        foreach (var entry in entries)
        {
            foreach (var address in entry.Addresses)
            {
                _byAddress.TryAdd(address, entry.Resource);
            }
        }
    }

    /// <summary>The bundle's type; <c>resource</c> for a single resource.</summary>
    public string Type { get; }

    /// <summary>True when all entries are taken or none (<c>transaction</c>).</summary>
    public bool IsAtomic => Type == "transaction";

    /// <summary>The entries, in the order they came.</summary>
    public IReadOnlyList<FhirBundleEntry> Entries { get; }

    /// <summary>Reads a Bundle of type transaction, batch, collection, searchset or document, or a single resource.</summary>
    /// <param name="root">The JSON document's root.</param>
    /// <param name="path">Its path for error messages.</param>
    /// <exception cref="FhirFormatException">It is neither.</exception>
    public static FhirBundle Read(JsonElement root, string path = "$")
    {
        var node = FhirNode.Of(root, path);
        if (node.ResourceType != "Bundle")
        {
            return new FhirBundle("resource", [new FhirBundleEntry(null, node)]);
        }

        var type = node.Code("type", "transaction", "batch", "collection", "searchset", "document");
        return new FhirBundle(type, node.List("entry").Select(Entry).ToArray());
    }

    /// <summary>The resource an address of this bundle leads to (<c>urn:uuid:…</c>, an absolute address, or <c>Type/id</c>), or null.</summary>
    public FhirNode? Find(string address) => _byAddress.TryGetValue(address, out var found) ? found : null;

    private static FhirBundleEntry Entry(FhirNode entry)
    {
        if (entry.Optional("request") is { } request)
        {
            request.Code("method", "POST", "PUT");
        }

        return new FhirBundleEntry(entry.OptionalText("fullUrl"), entry.Required("resource"));
    }
}
