using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.Ledger.Fhir.Terminology;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>Observation of category laboratory ↔ laboratory value.</summary>
internal sealed class LabResultMapping() : FhirMapping<LabResult>("Observation", ObservationMapping.Elements)
{
    /// <inheritdoc/>
    public override bool Reads(FhirNode resource) => ObservationMapping.IsLaboratory(resource);

    /// <inheritdoc/>
    protected override LabResult ReadRecord(FhirNode resource, IFhirReferences references)
    {
        ObservationMapping.RequireFinal(resource);
        var code = resource.Required("code");
        var codings = FhirCoding.ReadConcept(code);
        var loinc = FhirCoding.Find(codings, FhirSystems.Loinc);
        var test = FhirCoding.Find(codings, FhirSystems.LabTest) ?? (loinc is null ? null : LabCodes.TestOf(loinc))
            ?? throw new FhirFormatException(code.Path, FhirIssueCode.CodeInvalid, "has no LOINC code.");
        var (value, unit) = ObservationMapping.ReadQuantity(resource.Required("valueQuantity"));
        var range = resource.First("referenceRange");
        var performer = resource.List("performer").Select(FhirReference.Read).FirstOrDefault(ObservationMapping.IsOrganization);
        return new LabResult
        {
            Id = references.RecordId(resource),
            Patient = references.Patient(FhirReference.ReadRequired(resource, "subject")),
            Test = test,
            TestName = FhirText.Read(code, "text") ?? LabCodes.ByName(test)?.Name ?? ConceptText(code)
                ?? throw new FhirFormatException(code.Path, FhirIssueCode.Required, "needs a text or a display: this test has no name here."),
            Value = value,
            Unit = unit,
            Low = Bound(range, "low", unit),
            High = Bound(range, "high", unit),
            Time = FhirDate.OptionalMoment(resource, "effectiveInstant") ?? FhirDate.Moment(resource, "effectiveDateTime"),
            Hospital = references.Hospital(performer, resource),
            Sensitivity = FhirResource.ReadLabel(resource),
        };
    }

    /// <inheritdoc/>
    protected override JsonObject WriteRecord(LabResult record)
    {
        var json = ObservationMapping.Start(record, "laboratory");
        FhirResource.Label(json, record.Sensitivity);
        var own = new FhirCoding(FhirSystems.LabTest, record.Test);
        json["code"] = LabCodes.LoincOf(record.Test) is { } loinc
            ? Concept(record.TestName, new FhirCoding(FhirSystems.Loinc, loinc), own)
            : Concept(record.TestName, own);
        json["subject"] = FhirResource.Patient(record.Patient);
        json["effectiveDateTime"] = FhirDate.Text(record.Time);
        json["performer"] = new JsonArray(FhirResource.Hospital(record.Hospital));
        json["valueQuantity"] = ObservationMapping.Quantity(record.Value, record.Unit);
        if (record.Low is not null || record.High is not null)
        {
            var range = new JsonObject();
            if (record.Low is { } low)
            {
                range["low"] = ObservationMapping.Quantity(low, record.Unit);
            }

            if (record.High is { } high)
            {
                range["high"] = ObservationMapping.Quantity(high, record.Unit);
            }

            json["referenceRange"] = new JsonArray(range);
        }

        return json;
    }

    private static decimal? Bound(FhirNode? range, string name, string unit)
    {
        if (range?.Optional(name) is not { } quantity)
        {
            return null;
        }

        // A bound in another unit than the value would be read as if it were in the same one.
        if (quantity.OptionalText("code") is { } code && code != unit)
        {
            throw quantity.Error("code", FhirIssueCode.NotSupported, "is another unit than the value's.");
        }

        return quantity.Number("value");
    }
}
