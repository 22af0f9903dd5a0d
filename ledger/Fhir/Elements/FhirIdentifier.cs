using System.Text.Json.Nodes;

namespace VoiceMed.Ledger.Fhir.Elements;

/// <summary>A business identifier with its assigning authority (FHIR R4 datatype <c>Identifier</c>).</summary>
/// <param name="System">The assigning authority's system; never blank, since a number without it could be anybody's.</param>
/// <param name="Value">The identifier within the system.</param>
public sealed record FhirIdentifier(string System, string Value)
{
    /// <summary>Writes the identifier.</summary>
    public JsonObject ToJson() => new() { ["system"] = System, ["value"] = Value };

    /// <summary>Reads an identifier; null when it has no system or no value.</summary>
    public static FhirIdentifier? Read(FhirNode node) =>
        node.OptionalText("system") is { } system && node.OptionalText("value") is { } value ? new FhirIdentifier(system, value) : null;

    /// <summary>Reads the identifiers of a resource, in order; those that are out of use (<c>old</c>) are left out.</summary>
    public static IReadOnlyList<FhirIdentifier> ReadAll(FhirNode resource)
    {
        var found = new List<FhirIdentifier>();
        if (resource.ResourceType == "DocumentReference" && resource.Optional("masterIdentifier") is { } master && Read(master) is { } identifier)
        {
            found.Add(identifier);
        }

        // AuditEvent and Binary have no identifier element; ours is carried by an extension there.
        foreach (var extension in resource.List("extension"))
        {
            if (extension.OptionalText("url") == FhirSystems.Extension + "identifier"
                && extension.Optional("valueIdentifier") is { } value && Read(value) is { } carried)
            {
                found.Add(carried);
            }
        }

        if (resource.Has("identifier"))
        {
            found.AddRange(resource.List("identifier").Where(i => i.OptionalText("use") != "old").Select(Read).OfType<FhirIdentifier>());
        }

        return found;
    }

    /// <summary>True when a text can be a resource's id in FHIR R4: 1 to 64 of A-Z, a-z, 0-9, '-' and '.'.</summary>
    public static bool IsResourceId(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.');
}
