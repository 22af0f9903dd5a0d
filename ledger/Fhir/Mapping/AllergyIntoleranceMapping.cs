using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>AllergyIntolerance ↔ allergy. "No known allergy" is SNOMED CT 716186003: a statement, not an empty list.</summary>
internal sealed class AllergyIntoleranceMapping() : FhirMapping<Allergy>(
    "AllergyIntolerance",
    "identifier clinicalStatus verificationStatus type category criticality code patient encounter onsetDateTime onsetAge onsetPeriod "
    + "onsetRange onsetString recordedDate recorder asserter lastOccurrence note reaction")
{
    private const string NoKnownAllergy = "716186003";

    /// <inheritdoc/>
    protected override Allergy ReadRecord(FhirNode resource, IFhirReferences references)
    {
        if (StatusCode(resource, "verificationStatus", "allergyintolerance-verification") is ("refuted" or "entered-in-error") and var refuted)
        {
            throw resource.Error("verificationStatus", FhirIssueCode.NotSupported, $"is '{refuted}': the allergy does not exist.");
        }

        if (StatusCode(resource, "clinicalStatus", "allergyintolerance-clinical") is ("inactive" or "resolved") and var past)
        {
            throw resource.Error("clinicalStatus", FhirIssueCode.NotSupported, $"is '{past}': only allergies that hold are records.");
        }

        var code = resource.Required("code");
        return new Allergy
        {
            Id = references.RecordId(resource),
            Patient = references.Patient(FhirReference.ReadRequired(resource, "patient")),
            Substance = ConceptText(code) ?? throw new FhirFormatException(code.Path, FhirIssueCode.Required, "needs a text or a display."),
            Reaction = Reaction(resource),
            Criticality = resource.Has("criticality") ? resource.Code("criticality", "low", "high", "unable-to-assess") : "unable-to-assess",
            NoneKnown = FhirCoding.Find(FhirCoding.ReadConcept(code), FhirSystems.Snomed) == NoKnownAllergy,
            Recorded = FhirDate.Day(resource, "recordedDate"),
            Hospital = references.Hospital(RecordingHospital.Read(resource), resource),
        };
    }

    /// <inheritdoc/>
    protected override JsonObject WriteRecord(Allergy record)
    {
        var json = FhirResource.Start("AllergyIntolerance", record);
        RecordingHospital.Write(json, record.Hospital);
        json["clinicalStatus"] = Terminology("allergyintolerance-clinical", "active");
        json["verificationStatus"] = Terminology("allergyintolerance-verification", "confirmed");
        json["criticality"] = record.Criticality;
        json["code"] = record.NoneKnown
            ? Concept(record.Substance, new FhirCoding(FhirSystems.Snomed, NoKnownAllergy, "No known allergy"))
            : Concept(record.Substance);
        json["patient"] = FhirResource.Patient(record.Patient);
        json["recordedDate"] = FhirDate.Text(record.Recorded);
        if (record.Reaction is { } reaction)
        {
            json["reaction"] = new JsonArray(new JsonObject { ["manifestation"] = new JsonArray(Concept(reaction)) });
        }

        return json;
    }

    private static BilingualText? Reaction(FhirNode resource)
    {
        var texts = resource.List("reaction").SelectMany(r => r.List("manifestation")).Select(m => ConceptText(m)).OfType<BilingualText>().ToArray();
        return texts.Length == 0 ? null : JoinedText.Of(texts);
    }
}
