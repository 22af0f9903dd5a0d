using System.Collections.Frozen;
using System.Text.Json;

namespace VoiceMed.Ledger.Fhir.Elements;

/// <summary>
/// A JSON object of a FHIR document together with where it stands, so that whatever is wrong in it can be named by its path.
/// Immutable; valid as long as the document it was read from.
/// </summary>
public readonly struct FhirNode
{
    private static readonly FrozenSet<string> EveryResource =
        FrozenSet.Create("resourceType", "id", "meta", "language", "text", "contained", "extension");

    private FhirNode(JsonElement value, string path)
    {
        Value = value;
        Path = path;
    }

    /// <summary>The JSON value.</summary>
    public JsonElement Value { get; }

    /// <summary>Where it stands, as a JSON path.</summary>
    public string Path { get; }

    /// <summary>The <c>resourceType</c> element, which must be there.</summary>
    public string ResourceType => Text("resourceType");

    /// <summary>Takes a JSON value that must be an object.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">Its path in the document; <c>$</c> is the document itself.</param>
    /// <exception cref="FhirFormatException">It is no object.</exception>
    public static FhirNode Of(JsonElement value, string path = "$") =>
        value.ValueKind == JsonValueKind.Object
            ? new FhirNode(value, path)
            : throw new FhirFormatException(path, FhirIssueCode.Structure, $"must be an object, not {Kind(value)}.");

    /// <summary>
    /// Refuses elements a resource of this type does not have, so that a misspelt name is an error and not a gap, and those
    /// that change the meaning in ways we do not know (FHIR R4 2.1.0.2, modifier elements).
    /// </summary>
    /// <param name="elements">The names of the resource's own elements.</param>
    public void RequireOnly(FrozenSet<string> elements)
    {
        foreach (var property in Value.EnumerateObject())
        {
            var name = property.Name.TrimStart('_');
            if (name is "modifierExtension" or "implicitRules")
            {
                throw Error(property.Name, FhirIssueCode.NotSupported, "changes the meaning of the resource in a way that is not known here.");
            }

            if (!elements.Contains(name) && !EveryResource.Contains(name))
            {
                throw Error(property.Name, FhirIssueCode.Structure, $"is no element of {ResourceType} in FHIR R4.");
            }
        }
    }

    /// <summary>True when the element is there, of whatever type.</summary>
    public bool Has(string name) => Value.TryGetProperty(name, out _);

    /// <summary>The object under <paramref name="name"/>, or null when it is not there.</summary>
    public FhirNode? Optional(string name) => Value.TryGetProperty(name, out var value) ? Of(value, At(name)) : null;

    /// <summary>The object under <paramref name="name"/>, which must be there.</summary>
    public FhirNode Required(string name) => Optional(name) ?? throw Missing(name);

    /// <summary>The objects of the list under <paramref name="name"/>; empty when it is not there.</summary>
    public IReadOnlyList<FhirNode> List(string name)
    {
        if (!Value.TryGetProperty(name, out var value))
        {
            return [];
        }

        var path = At(name);
        return Items(name, value).Select((item, index) => Of(item, $"{path}[{index}]")).ToArray();
    }

    /// <summary>The first object of the list under <paramref name="name"/>, or null when there is none.</summary>
    public FhirNode? First(string name) => List(name) is [var first, ..] ? first : null;

    /// <summary>The texts of the list under <paramref name="name"/>; empty when it is not there.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (!Value.TryGetProperty(name, out var value))
        {
            return [];
        }

        var path = At(name);
        return Items(name, value).Select((item, index) => ParseText(item, $"{path}[{index}]")).ToArray();
    }

    /// <summary>The text under <paramref name="name"/>, which must be there and not be blank.</summary>
    public string Text(string name) => OptionalText(name) ?? throw Missing(name);

    /// <summary>The text under <paramref name="name"/>, or null when it is not there; a blank text is an error in FHIR.</summary>
    public string? OptionalText(string name) => Value.TryGetProperty(name, out var value) ? ParseText(value, At(name)) : null;

    /// <summary>A code that must be one of <paramref name="known"/>.</summary>
    public string Code(string name, params ReadOnlySpan<string> known)
    {
        var code = Text(name);
        return known.Contains(code)
            ? code
            : throw Error(name, FhirIssueCode.CodeInvalid, $"must be one of {string.Join(", ", known.ToArray())}.");
    }

    /// <summary>The number under <paramref name="name"/>, which must be there; precision is kept.</summary>
    public decimal Number(string name) => OptionalNumber(name) ?? throw Missing(name);

    /// <summary>The number under <paramref name="name"/>, or null when it is not there.</summary>
    public decimal? OptionalNumber(string name)
    {
        if (!Value.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            throw Error(name, FhirIssueCode.Structure, $"must be a number, not {Kind(value)}.");
        }

        return value.TryGetDecimal(out var number)
            ? number
            : throw Error(name, FhirIssueCode.Value, "is a number too large or too precise to be kept exactly.");
    }

    /// <summary>True or false under <paramref name="name"/>; null when it is not there.</summary>
    public bool? OptionalBoolean(string name) =>
        !Value.TryGetProperty(name, out var value) ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Error(name, FhirIssueCode.Structure, $"must be true or false, not {Kind(value)}.");

    /// <summary>The path of an element of this object.</summary>
    public string At(string name) => $"{Path}.{name}";

    /// <summary>An error located at an element of this object.</summary>
    public FhirFormatException Error(string name, string code, string reason) => new(At(name), code, reason);

    /// <summary>The error of an element that must be there.</summary>
    public FhirFormatException Missing(string name) => Error(name, FhirIssueCode.Required, "is missing.");

    private IEnumerable<JsonElement> Items(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Error(name, FhirIssueCode.Structure, $"must be a list, not {Kind(value)}.");
        }

        return value.GetArrayLength() > 0
            ? value.EnumerateArray()
            : throw Error(name, FhirIssueCode.Structure, "must not be an empty list; leave it out.");
    }

    private static string ParseText(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw new FhirFormatException(path, FhirIssueCode.Structure, $"must be a string, not {Kind(value)}.");
        }

        var text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new FhirFormatException(path, FhirIssueCode.Structure, "must not be blank; leave it out.");
        }

        return text.AsSpan().IndexOfAnyInRange('\0', '\b') < 0
            ? text
            : throw new FhirFormatException(path, FhirIssueCode.Value, "holds control characters.");
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
