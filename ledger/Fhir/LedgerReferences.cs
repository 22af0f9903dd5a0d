using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir;

/// <summary>
/// References of documents this ledger wrote itself: everything is named by the ledger's own identifiers.
/// Other sources go through an import, which knows their identifiers. Immutable and thread-safe.
/// </summary>
public sealed class LedgerReferences : IFhirReferences
{
    private LedgerReferences()
    {
    }

    /// <summary>The one instance.</summary>
    public static LedgerReferences Instance { get; } = new();

    /// <inheritdoc/>
    public string RecordId(FhirNode resource) =>
        Own(FhirIdentifier.ReadAll(resource), FhirSystems.Record) ?? throw resource.Missing("identifier");

    /// <inheritdoc/>
    public PatientId PatientOf(FhirNode resource) =>
        new(Own(FhirIdentifier.ReadAll(resource), FhirSystems.Patient) ?? throw resource.Missing("identifier"));

    /// <inheritdoc/>
    public PatientId Patient(FhirReference reference) =>
        reference.Identifier is { System: FhirSystems.Patient } identifier
            ? new PatientId(identifier.Value)
            : throw new FhirFormatException(reference.Path, FhirIssueCode.NotFound, $"names no patient by {FhirSystems.Patient}.");

    /// <inheritdoc/>
    public HospitalId Hospital(FhirReference? reference, FhirNode resource) =>
        reference?.Identifier is { System: FhirSystems.Hospital } identifier
            ? new HospitalId(identifier.Value)
            : throw new FhirFormatException(
                reference?.Path ?? resource.Path, FhirIssueCode.NotFound, $"names no hospital by {FhirSystems.Hospital}.");

    /// <inheritdoc/>
    public BilingualText? HospitalName(HospitalId hospital) => null;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Content(string address) => null;

    internal static string? Own(IEnumerable<FhirIdentifier> identifiers, string system) =>
        identifiers.FirstOrDefault(i => i.System == system)?.Value;
}
