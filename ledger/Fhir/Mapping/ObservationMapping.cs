using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.Ledger.Fhir.Terminology;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>Observation of category vital-signs ↔ measured value. Values are converted into the ledger's units.</summary>
internal sealed class ObservationMapping() : FhirMapping<Observation>("Observation", Elements)
{
    /// <summary>The elements of Observation in FHIR R4.</summary>
    internal const string Elements =
        "identifier basedOn partOf status category code subject focus encounter effectiveDateTime effectivePeriod effectiveTiming "
        + "effectiveInstant issued performer valueQuantity valueCodeableConcept valueString valueBoolean valueInteger valueRange valueRatio "
        + "valueSampledData valueTime valueDateTime valuePeriod dataAbsentReason interpretation note bodySite method specimen device "
        + "referenceRange hasMember derivedFrom component";

    /// <inheritdoc/>
    public override bool Reads(FhirNode resource) => !IsLaboratory(resource);

    /// <inheritdoc/>
    protected override Observation ReadRecord(FhirNode resource, IFhirReferences references)
    {
        RequireFinal(resource);
        var code = resource.Required("code");
        var vital = FhirCoding.ReadConcept(code).Where(c => c.System == FhirSystems.Loinc)
            .Select(c => VitalCodes.ByLoinc(c.Code)).FirstOrDefault(v => v is not null)
            ?? throw new FhirFormatException(
                code.Path, FhirIssueCode.CodeInvalid,
                $"has no LOINC code of a vital sign known here ({string.Join(", ", VitalCodes.All.Select(v => v.Loinc))}); laboratory values need the category 'laboratory'.");
        var pressure = vital.Vital == VitalCodes.BloodPressure;
        var device = FhirReference.Read(resource, "device");
        var performer = resource.First("performer");
        return new Observation
        {
            Id = references.RecordId(resource),
            Patient = references.Patient(FhirReference.ReadRequired(resource, "subject")),
            Vital = vital.Vital,
            Value = Quantity(pressure ? Component(resource, VitalCodes.Systolic) : resource, vital),
            SecondValue = pressure ? Quantity(Component(resource, VitalCodes.Diastolic), vital) : null,
            Unit = vital.Unit,
            Time = FhirDate.OptionalMoment(resource, "effectiveInstant") ?? FhirDate.Moment(resource, "effectiveDateTime"),
            Hospital = performer is { } p && FhirReference.Read(p) is var by && IsOrganization(by)
                ? references.Hospital(by, resource)
                : device is null ? references.Hospital(null, resource) : null,
            Device = device is null ? null : device.Identifier?.Value ?? device.Address ?? device.Display,
        };
    }

    /// <inheritdoc/>
    protected override JsonObject WriteRecord(Observation record)
    {
        var vital = VitalCodes.ByName(record.Vital)
            ?? throw new NotSupportedException($"No FHIR code is known for the vital sign '{record.Vital}'.");
        var json = Start(record, "vital-signs");
        json["code"] = FhirCoding.Concept(new FhirCoding(FhirSystems.Loinc, vital.Loinc, vital.Display));
        json["subject"] = FhirResource.Patient(record.Patient);
        json["effectiveDateTime"] = FhirDate.Text(record.Time);
        if (record.Hospital is { } hospital)
        {
            json["performer"] = new JsonArray(FhirResource.Hospital(hospital));
        }

        if (record.Device is { } device)
        {
            json["device"] = FhirReference.Write("Device", FhirSystems.Device, device);
        }

        if (record.SecondValue is { } diastolic)
        {
            json["component"] = new JsonArray(
                Component(VitalCodes.Systolic, "Systolic blood pressure", record.Value, record.Unit),
                Component(VitalCodes.Diastolic, "Diastolic blood pressure", diastolic, record.Unit));
        }
        else
        {
            json["valueQuantity"] = Quantity(record.Value, record.Unit);
        }

        return json;
    }

    /// <summary>Laboratory by category; without a category, by a LOINC code that is a laboratory test here and no vital sign.</summary>
    internal static bool IsLaboratory(FhirNode resource)
    {
        var categories = resource.List("category").SelectMany(c => FhirCoding.ReadConcept(c)).Select(c => c.Code).ToArray();
        return categories.Contains("laboratory")
            || (categories.Length == 0 && FhirCoding.ReadConcept(resource.Optional("code"))
                .Any(c => c.System == FhirSystems.LabTest || (c.System == FhirSystems.Loinc && LabCodes.ByLoinc(c.Code) is not null)));
    }

    internal static void RequireFinal(FhirNode resource)
    {
        var status = resource.Code(
            "status", "registered", "preliminary", "final", "amended", "corrected", "cancelled", "entered-in-error", "unknown");
        if (status is not ("final" or "amended" or "corrected"))
        {
            throw resource.Error("status", FhirIssueCode.NotSupported, $"is '{status}': only final values are records.");
        }
    }

    internal static JsonObject Start(LedgerRecord record, string category)
    {
        var json = FhirResource.Start("Observation", record);
        json["status"] = "final";
        json["category"] = new JsonArray(FhirCoding.Concept(new FhirCoding(FhirSystems.ObservationCategory, category)));
        return json;
    }

    internal static JsonObject Quantity(decimal value, string unit) =>
        new() { ["value"] = value, ["unit"] = unit, ["system"] = FhirSystems.Ucum, ["code"] = unit };

    /// <summary>A quantity's value and its UCUM unit.</summary>
    internal static (decimal Value, string Unit) ReadQuantity(FhirNode quantity)
    {
        if (quantity.Has("comparator"))
        {
            throw quantity.Error("comparator", FhirIssueCode.NotSupported, "makes the value a bound; only exact values are kept.");
        }

        if (quantity.OptionalText("system") is { } system && system != FhirSystems.Ucum)
        {
            throw quantity.Error("system", FhirIssueCode.CodeInvalid, $"must be {FhirSystems.Ucum}.");
        }

        return (quantity.Number("value"), quantity.OptionalText("code") ?? throw quantity.Missing("code"));
    }

    internal static bool IsOrganization(FhirReference reference) =>
        reference.Identifier?.System == FhirSystems.Hospital || reference.Address?.Contains("Organization/", StringComparison.Ordinal) == true;

    private static decimal Quantity(FhirNode holder, VitalCode vital)
    {
        var quantity = holder.Required("valueQuantity");
        var (value, unit) = ReadQuantity(quantity);
        var converted = vital.Convert(value, unit)
            ?? throw quantity.Error("code", FhirIssueCode.CodeInvalid, $"is no unit {vital.Vital} is kept in ({vital.Unit}) or can be converted from.");
        return vital.IsPlausible(converted)
            ? converted
            : throw quantity.Error("value", FhirIssueCode.Value, $"is outside what a living person can have ({vital.Minimum} to {vital.Maximum} {vital.Unit}).");
    }

    private static FhirNode Component(FhirNode resource, string loinc)
    {
        foreach (var component in resource.List("component"))
        {
            if (FhirCoding.Find(FhirCoding.ReadConcept(component.Optional("code")), FhirSystems.Loinc) == loinc)
            {
                return component;
            }
        }

        throw resource.Error("component", FhirIssueCode.Required, $"has no value coded LOINC {loinc}.");
    }

    private static JsonObject Component(string loinc, string display, decimal value, string unit) => new()
    {
        ["code"] = FhirCoding.Concept(new FhirCoding(FhirSystems.Loinc, loinc, display)),
        ["valueQuantity"] = Quantity(value, unit),
    };
}
