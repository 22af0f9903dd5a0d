namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>All mappings, in the order they are tried.</summary>
internal static class FhirMappings
{
    public static IReadOnlyList<IFhirMapping> All { get; } =
    [
        new PatientMapping(),
        new EncounterMapping(),
        new DocumentReferenceMapping(),
        new LabResultMapping(),
        new ObservationMapping(),
        new MedicationRequestMapping(),
        new AllergyIntoleranceMapping(),
        new ConditionMapping(),
        new ConsentMapping(),
        new AuditEventMapping(),
    ];
}
