using System.Text.Json.Nodes;

namespace VoiceMed.Ledger.Fhir.Elements;

/// <summary>A pointer to another resource (FHIR R4 datatype <c>Reference</c>): by address, by business identifier, or both.</summary>
/// <param name="Path">Where the reference stands, as a JSON path.</param>
/// <param name="Address">The address, for example <c>Patient/17</c>, <c>#m1</c> or <c>urn:uuid:…</c>; null when there is none.</param>
/// <param name="Identifier">The business identifier, or null.</param>
/// <param name="Display">The name for people, or null.</param>
public sealed record FhirReference(string Path, string? Address, FhirIdentifier? Identifier, string? Display)
{
    /// <summary>Reads the reference under <paramref name="name"/>, or null when it is not there.</summary>
    public static FhirReference? Read(FhirNode node, string name) => node.Optional(name) is { } reference ? Read(reference) : null;

    /// <summary>Reads the reference under <paramref name="name"/>, which must be there.</summary>
    public static FhirReference ReadRequired(FhirNode node, string name) => Read(node.Required(name));

    /// <summary>Reads a reference, which must name something by address or by identifier.</summary>
    public static FhirReference Read(FhirNode node)
    {
        var address = node.OptionalText("reference");
        var identifier = node.Optional("identifier") is { } found ? FhirIdentifier.Read(found) : null;
        return new FhirReference(node.Path, address, identifier, node.OptionalText("display"));
    }

    /// <summary>Writes a reference by identifier and, where the identifier can be a FHIR id, by address.</summary>
    /// <param name="type">The resource type it points to.</param>
    /// <param name="system">The identifier's system.</param>
    /// <param name="value">The identifier.</param>
    public static JsonObject Write(string type, string system, string value)
    {
        var json = new JsonObject();
        if (FhirIdentifier.IsResourceId(value))
        {
            json["reference"] = $"{type}/{value}";
        }

        json["type"] = type;
        json["identifier"] = new FhirIdentifier(system, value).ToJson();
        return json;
    }
}
