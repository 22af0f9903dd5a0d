using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>The hospital that recorded a fact, for resource types that R4 gives no organisation element.</summary>
internal static class RecordingHospital
{
    private const string Name = "hospital";

    public static FhirReference? Read(FhirNode resource) =>
        FhirResource.Extension(resource, Name) is { } extension ? FhirReference.ReadRequired(extension, "valueReference") : null;

    public static void Write(JsonObject resource, HospitalId hospital) =>
        FhirResource.Extend(resource, Name, "valueReference", FhirResource.Hospital(hospital));
}
