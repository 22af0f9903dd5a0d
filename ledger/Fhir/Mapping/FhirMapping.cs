using System.Collections.Frozen;
using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>The common part of the mappings: element names are checked before anything is read.</summary>
/// <typeparam name="T">The record kind.</typeparam>
/// <param name="resourceType">The FHIR resource type.</param>
/// <param name="elements">The resource's own elements in FHIR R4, separated by spaces.</param>
internal abstract class FhirMapping<T>(string resourceType, string elements) : IFhirMapping
    where T : LedgerRecord
{
    private readonly FrozenSet<string> _elements = elements.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <inheritdoc/>
    public string ResourceType => resourceType;

    /// <inheritdoc/>
    public Type RecordType => typeof(T);

    /// <inheritdoc/>
    public virtual bool Reads(FhirNode resource) => true;

    /// <inheritdoc/>
    public LedgerRecord Read(FhirNode resource, IFhirReferences references)
    {
        resource.RequireOnly(_elements);
        return ReadRecord(resource, references);
    }

    /// <inheritdoc/>
    public JsonObject Write(LedgerRecord record) => WriteRecord((T)record);

    /// <summary>Reads a resource whose element names have been checked.</summary>
    protected abstract T ReadRecord(FhirNode resource, IFhirReferences references);

    /// <summary>Writes a record.</summary>
    protected abstract JsonObject WriteRecord(T record);

    /// <summary>The text of a <c>CodeableConcept</c>: its text, else the first display, else null.</summary>
    protected static BilingualText? ConceptText(FhirNode? concept)
    {
        if (concept is not { } node)
        {
            return null;
        }

        if (FhirText.Read(node, "text") is { } text)
        {
            return text;
        }

        foreach (var coding in node.List("coding"))
        {
            if (FhirText.Read(coding, "display") is { } display)
            {
                return display;
            }
        }

        return null;
    }

    /// <summary>A <c>CodeableConcept</c> with a text in both languages.</summary>
    protected static JsonObject Concept(BilingualText text, params ReadOnlySpan<FhirCoding> codings)
    {
        var concept = codings.Length > 0 ? FhirCoding.Concept(codings) : [];
        FhirText.Write(concept, "text", text);
        return concept;
    }

    /// <summary>A <c>CodeableConcept</c> of one code of a HL7 terminology code system.</summary>
    protected static JsonObject Terminology(string system, string code) =>
        FhirCoding.Concept(new FhirCoding(FhirSystems.Terminology(system), code));

    /// <summary>The code of a status concept of a HL7 terminology code system, or null when it is not there.</summary>
    protected static string? StatusCode(FhirNode resource, string name, string system) =>
        resource.Optional(name) is { } concept ? FhirCoding.Find(FhirCoding.ReadConcept(concept), FhirSystems.Terminology(system)) : null;
}
