using System.Text.Json.Nodes;

namespace VoiceMed.Ledger.Fhir.Elements;

/// <summary>A code in a code system (FHIR R4 datatype <c>Coding</c>).</summary>
/// <param name="System">The code system's address.</param>
/// <param name="Code">The code.</param>
/// <param name="Display">The code in words, or null.</param>
public sealed record FhirCoding(string System, string Code, string? Display = null)
{
    /// <summary>Writes the coding.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["system"] = System, ["code"] = Code };
        if (Display is not null)
        {
            json["display"] = Display;
        }

        return json;
    }

    /// <summary>Writes a <c>CodeableConcept</c> of these codings, without a text.</summary>
    public static JsonObject Concept(params ReadOnlySpan<FhirCoding> codings)
    {
        var list = new JsonArray();
        foreach (var coding in codings)
        {
            list.Add((JsonNode)coding.ToJson());
        }

        return new JsonObject { ["coding"] = list };
    }

    /// <summary>Reads the codings of a <c>CodeableConcept</c>; those without a system or a code are left out.</summary>
    public static IReadOnlyList<FhirCoding> ReadConcept(FhirNode? concept) => concept is { } node ? ReadList(node, "coding") : [];

    /// <summary>Reads a list of codings under <paramref name="name"/>.</summary>
    public static IReadOnlyList<FhirCoding> ReadList(FhirNode node, string name) =>
        node.List(name).Select(Read).OfType<FhirCoding>().ToArray();

    /// <summary>Reads one coding; null without a system or a code.</summary>
    public static FhirCoding? Read(FhirNode node) =>
        node.OptionalText("system") is { } system && node.OptionalText("code") is { } code
            ? new FhirCoding(system, code, node.OptionalText("display"))
            : null;

    /// <summary>The first code of <paramref name="system"/>, or null.</summary>
    public static string? Find(IEnumerable<FhirCoding> codings, string system) =>
        codings.FirstOrDefault(c => c.System == system)?.Code;
}
