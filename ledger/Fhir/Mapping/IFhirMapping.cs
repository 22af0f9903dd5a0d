using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>How one FHIR resource type and one record kind stand for each other. Implementations are stateless and thread-safe.</summary>
internal interface IFhirMapping
{
    /// <summary>The FHIR resource type.</summary>
    string ResourceType { get; }

    /// <summary>The record kind.</summary>
    Type RecordType { get; }

    /// <summary>True when this mapping reads the resource; its type has been compared already.</summary>
    bool Reads(FhirNode resource) => true;

    /// <summary>Reads a resource.</summary>
    /// <exception cref="FhirFormatException">It cannot be taken without changing its meaning.</exception>
    LedgerRecord Read(FhirNode resource, IFhirReferences references);

    /// <summary>Writes a record.</summary>
    JsonObject Write(LedgerRecord record);
}
