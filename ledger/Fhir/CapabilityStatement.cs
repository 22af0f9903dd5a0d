using System.Text.Json.Nodes;
using NodaTime;
using VoiceMed.Ledger.Fhir.Elements;

namespace VoiceMed.Ledger.Fhir;

/// <summary>What the FHIR interface can do, as FHIR asks servers to say it (<c>GET [base]/metadata</c>).</summary>
public static class CapabilityStatement
{
    private static readonly IReadOnlyList<(string Type, string[] Interactions, string[] Searches)> Resources =
    [
        ("Patient", ["read", "search-type", "create"], ["name", "birthdate"]),
        ("Encounter", ["search-type", "create"], ["patient", "date", "service-provider"]),
        ("DocumentReference", ["search-type", "create"], ["patient", "date", "custodian", "type"]),
        ("Binary", ["read"], []),
        ("Observation", ["search-type", "create"], ["patient", "date", "category", "code"]),
        ("MedicationRequest", ["search-type", "create"], ["patient", "date"]),
        ("AllergyIntolerance", ["search-type", "create"], ["patient"]),
        ("Condition", ["search-type", "create"], ["patient", "recorded-date"]),
        ("Consent", ["search-type", "create"], ["patient"]),
        ("AuditEvent", ["search-type"], ["patient", "date"]),
    ];

    /// <summary>The search parameters of a resource type; empty for a type that cannot be searched.</summary>
    public static IReadOnlyList<string> SearchParameters(string resourceType) =>
        Resources.FirstOrDefault(r => r.Type == resourceType).Searches ?? [];

    /// <summary>True when resources of a type can be sent in alone.</summary>
    public static bool CanCreate(string resourceType) =>
        Resources.FirstOrDefault(r => r.Type == resourceType).Interactions?.Contains("create") == true;

    /// <summary>Writes the statement.</summary>
    /// <param name="baseAddress">The interface's own address.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="published">When this description last changed.</param>
    public static JsonObject Write(string baseAddress, string version, LocalDate published) => new()
    {
        ["resourceType"] = "CapabilityStatement",
        ["status"] = "active",
        ["date"] = FhirDate.Text(published),
        ["kind"] = "instance",
        ["software"] = new JsonObject { ["name"] = "VoiceMed", ["version"] = version },
        ["implementation"] = new JsonObject { ["description"] = "VoiceMed clinical ledger", ["url"] = baseAddress },
        ["fhirVersion"] = "4.0.1",
        ["format"] = new JsonArray("json"),
        ["rest"] = new JsonArray(new JsonObject
        {
            ["mode"] = "server",
            ["security"] = new JsonObject
            {
                ["description"] = "ES256 bearer tokens of keys registered as ledger accounts; the purpose of use is stated on every request.",
            },
            ["resource"] = new JsonArray(Resources.Select(r => (JsonNode)Resource(r.Type, r.Interactions, r.Searches)).ToArray()),
            ["interaction"] = new JsonArray(new JsonObject { ["code"] = "transaction" }, new JsonObject { ["code"] = "batch" }),
        }),
    };

    private static JsonObject Resource(string type, string[] interactions, string[] searches)
    {
        var json = new JsonObject
        {
            ["type"] = type,
            ["interaction"] = new JsonArray(interactions.Select(i => (JsonNode)new JsonObject { ["code"] = i }).ToArray()),
            ["versioning"] = "no-version",
            ["updateCreate"] = false,
        };
        if (searches.Length > 0)
        {
            json["searchParam"] = new JsonArray(searches.Select(s => (JsonNode)new JsonObject { ["name"] = s, ["type"] = SearchType(s) }).ToArray());
        }

        return json;
    }

    private static string SearchType(string name) => name switch
    {
        "name" => "string",
        "date" or "birthdate" or "recorded-date" => "date",
        "patient" or "service-provider" or "custodian" => "reference",
        _ => "token",
    };
}
