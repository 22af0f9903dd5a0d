using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>Condition ↔ diagnosis, coded in ICD-10.</summary>
internal sealed partial class ConditionMapping() : FhirMapping<Diagnosis>(
    "Condition",
    "identifier clinicalStatus verificationStatus category severity code bodySite subject encounter onsetDateTime onsetAge onsetPeriod "
    + "onsetRange onsetString abatementDateTime abatementAge abatementPeriod abatementRange abatementString recordedDate recorder asserter "
    + "stage evidence note")
{
    /// <inheritdoc/>
    protected override Diagnosis ReadRecord(FhirNode resource, IFhirReferences references)
    {
        if (StatusCode(resource, "verificationStatus", "condition-ver-status") is { } verification
            && verification is "refuted" or "entered-in-error" or "differential" or "unconfirmed" or "provisional")
        {
            throw resource.Error("verificationStatus", FhirIssueCode.NotSupported, $"is '{verification}': only confirmed diagnoses are records.");
        }

        var clinical = StatusCode(resource, "clinicalStatus", "condition-clinical") ?? throw resource.Missing("clinicalStatus");
        var code = resource.Required("code");
        var codings = FhirCoding.ReadConcept(code);
        var icd = FhirCoding.Find(codings, FhirSystems.Icd10) ?? FhirCoding.Find(codings, FhirSystems.Icd10Russia)
            ?? throw new FhirFormatException(code.Path, FhirIssueCode.CodeInvalid, $"has no code of {FhirSystems.Icd10}.");
        if (!Icd10().IsMatch(icd))
        {
            throw new FhirFormatException(code.Path, FhirIssueCode.CodeInvalid, "has no well-formed ICD-10 code, such as I21.0.");
        }

        return new Diagnosis
        {
            Id = references.RecordId(resource),
            Patient = references.Patient(FhirReference.ReadRequired(resource, "subject")),
            Code = icd,
            Name = ConceptText(code) ?? throw new FhirFormatException(code.Path, FhirIssueCode.Required, "needs a text or a display."),
            Date = FhirDate.OptionalDay(resource, "recordedDate") ?? FhirDate.OptionalDay(resource, "onsetDateTime")
                ?? throw resource.Missing("recordedDate"),
            Active = clinical switch
            {
                "active" or "recurrence" or "relapse" => true,
                "inactive" or "remission" or "resolved" => false,
                _ => throw resource.Error("clinicalStatus", FhirIssueCode.CodeInvalid, "is no clinical status of FHIR R4."),
            },
            Hospital = references.Hospital(RecordingHospital.Read(resource), resource),
            Sensitivity = FhirResource.ReadLabel(resource),
        };
    }

    /// <inheritdoc/>
    protected override JsonObject WriteRecord(Diagnosis record)
    {
        var json = FhirResource.Start("Condition", record);
        FhirResource.Label(json, record.Sensitivity);
        RecordingHospital.Write(json, record.Hospital);
        json["clinicalStatus"] = Terminology("condition-clinical", record.Active ? "active" : "inactive");
        json["verificationStatus"] = Terminology("condition-ver-status", "confirmed");
        json["code"] = Concept(record.Name, new FhirCoding(FhirSystems.Icd10, record.Code));
        json["subject"] = FhirResource.Patient(record.Patient);
        json["recordedDate"] = FhirDate.Text(record.Date);
        return json;
    }

    [GeneratedRegex(@"^[A-Z][0-9][0-9](\.[0-9]{1,2})?[+*!]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Icd10();
}
