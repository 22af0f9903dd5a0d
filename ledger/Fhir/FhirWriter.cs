using System.Text.Json;
using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.Ledger.Fhir.Mapping;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir;

/// <summary>Writes ledger records as FHIR R4 JSON. Stateless and thread-safe.</summary>
public static class FhirWriter
{
    /// <summary>The media type of what is written.</summary>
    public const string MediaType = "application/fhir+json";

    /// <summary>How the JSON is written: Cyrillic as it is, since it is data and never markup.</summary>
    public static JsonSerializerOptions Json { get; } = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes one record.</summary>
    /// <exception cref="NotSupportedException">FHIR R4 has no resource for this kind, or no code for this value.</exception>
    public static JsonObject Write(LedgerRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var mapping = FhirMappings.All.FirstOrDefault(m => m.RecordType == record.GetType())
            ?? throw new NotSupportedException($"No FHIR resource stands for {record.GetType().Name}.");
        var json = mapping.Write(record);
        if (record.Entry is { } entry)
        {
            // Enough to ask this or any other copy of the ledger for the record's proof.
            FhirResource.Extend(json, "ledger-entry", "valueString", $"{entry.Chain}#{entry.Index}#{entry.Hash}");
        }

        return json;
    }

    /// <summary>Writes a document's content as a Binary resource.</summary>
    public static JsonObject WriteBinary(DocumentContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var json = FhirResource.Start("Binary", content.Info.Id);
        json["contentType"] = content.Info.ContentType;
        json["securityContext"] = FhirResource.Patient(content.Info.Patient);
        json["data"] = Convert.ToBase64String(content.Bytes.Span);
        return json;
    }

    /// <summary>Writes a bundle of records.</summary>
    /// <param name="type"><c>searchset</c>, <c>collection</c> or <c>batch</c>.</param>
    /// <param name="records">The records.</param>
    /// <param name="total">For a search, how many there are beyond this page.</param>
    public static JsonObject WriteBundle(string type, IEnumerable<LedgerRecord> records, int? total = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        var bundle = new JsonObject { ["resourceType"] = "Bundle", ["type"] = type };
        if (total is { } count)
        {
            bundle["total"] = count;
        }

        var entries = new JsonArray();
        foreach (var record in records)
        {
            var entry = new JsonObject { ["resource"] = Write(record) };
            if (type == "searchset")
            {
                entry["search"] = new JsonObject { ["mode"] = "match" };
            }

            entries.Add((JsonNode)entry);
        }

        if (entries.Count > 0)
        {
            bundle["entry"] = entries;
        }

        return bundle;
    }
}
