using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Unicode;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.Ledger.Fhir.Mapping;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir;

/// <summary>
/// Reads FHIR R4 JSON into ledger records. Strict: an element R4 does not have, a modifier that is not known, a partial date or
/// a unit that does not fit is an error at its JSON path; valid elements the ledger has no place for are left out
/// (docs/fhir.md lists what is kept). Stateless and thread-safe.
/// </summary>
public static class FhirReader
{
    /// <summary>Resource types a bundle may carry beside the records, for references to lead to; nothing of them is kept.</summary>
    private static readonly FrozenSet<string> Supporting = FrozenSet.Create(
        "Organization", "Practitioner", "PractitionerRole", "Location", "Device", "Medication", "Binary", "RelatedPerson", "HealthcareService");

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The resource types that become records.</summary>
    public static IReadOnlyList<string> ResourceTypes { get; } = FhirMappings.All.Select(m => m.ResourceType).Distinct().ToArray();

    /// <summary>Parses JSON text.</summary>
    /// <param name="utf8">The text, UTF-8 without or with a byte order mark.</param>
    /// <exception cref="FhirFormatException">It is no JSON object, holds a name twice, or is nested deeper than 64 levels.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        JsonDocument document;
        try
        {
            RequireUnicode(utf8.Span);
            document = JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException e)
        {
            throw new FhirFormatException(
                "$", FhirIssueCode.Structure, $"is not valid JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.", e);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        document.Dispose();
        throw new FhirFormatException("$", FhirIssueCode.Structure, "must be a JSON object.");
    }

    /// <summary>True for a resource type that is allowed beside records and is not kept.</summary>
    public static bool IsSupporting(string resourceType) => Supporting.Contains(resourceType);

    /// <summary>Reads one resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="references">What identifiers and references mean.</param>
    /// <exception cref="FhirFormatException">It is not what FHIR R4 or the ledger allows; the path says where.</exception>
    public static FhirContent Read(FhirNode resource, IFhirReferences references)
    {
        ArgumentNullException.ThrowIfNull(references);
        var type = resource.ResourceType;
        var mapping = FhirMappings.All.FirstOrDefault(m => m.ResourceType == type && m.Reads(resource))
            ?? throw resource.Error(
                "resourceType", FhirIssueCode.NotSupported, $"must be one of {string.Join(", ", ResourceTypes)}.");
        var record = mapping.Read(resource, references);
        return record is DocumentInfo document
            ? DocumentContentReader.Read(resource, document, references)
            : new FhirContent(record, null);
    }

    /// <summary>Reads one resource this ledger wrote.</summary>
    /// <exception cref="FhirFormatException">It is not what FHIR R4 or the ledger allows; the path says where.</exception>
    public static LedgerRecord ReadOwn(JsonElement resource) => Read(FhirNode.Of(resource), LedgerReferences.Instance).Record;

    /// <summary>Refuses bytes that are no UTF-8 and escapes that stand for half a character: neither can be compared or kept.</summary>
    private static void RequireUnicode(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw new FhirFormatException("$", FhirIssueCode.Structure, "is not UTF-8.");
        }

        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        while (reader.Read())
        {
            if (!reader.ValueIsEscaped || reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            {
                continue;
            }

            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException e)
            {
                throw new FhirFormatException(
                    "$", FhirIssueCode.Structure, $"holds half a character in the escape at byte {reader.TokenStartIndex + 1}.", e);
            }
        }
    }
}
