using System.Text.Json.Nodes;
using NodaTime;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>MedicationRequest ↔ prescribed medicine.</summary>
internal sealed class MedicationRequestMapping() : FhirMapping<Medication>(
    "MedicationRequest",
    "identifier status statusReason intent category priority doNotPerform reportedBoolean reportedReference medicationCodeableConcept "
    + "medicationReference subject encounter supportingInformation authoredOn requester performer performerType recorder reasonCode "
    + "reasonReference instantiatesCanonical instantiatesUri basedOn groupIdentifier courseOfTherapyType insurance note dosageInstruction "
    + "dispenseRequest substitution priorPrescription detectedIssue eventHistory")
{
    /// <inheritdoc/>
    protected override Medication ReadRecord(FhirNode resource, IFhirReferences references)
    {
        var status = resource.Code("status", "active", "on-hold", "cancelled", "completed", "entered-in-error", "stopped", "draft", "unknown");
        if (status is "cancelled" or "entered-in-error" or "draft" or "unknown" or "on-hold")
        {
            throw resource.Error("status", FhirIssueCode.NotSupported, $"is '{status}': only prescriptions that are or were in force are records.");
        }

        if (resource.OptionalBoolean("doNotPerform") == true)
        {
            throw resource.Error("doNotPerform", FhirIssueCode.NotSupported, "forbids the medicine; as a prescription it would say the opposite.");
        }

        var intent = resource.Text("intent");
        if (intent is not ("order" or "original-order" or "instance-order" or "filler-order" or "reflex-order"))
        {
            throw resource.Error("intent", FhirIssueCode.NotSupported, $"is '{intent}': only orders are prescriptions.");
        }

        var (begin, end) = Period(resource);
        if (end is null && status is "completed" or "stopped")
        {
            throw resource.Error("status", FhirIssueCode.Required, $"is '{status}', but no end is given: the medicine would seem to go on.");
        }

        var requester = FhirReference.Read(resource, "requester");
        return new Medication
        {
            Id = references.RecordId(resource),
            Patient = references.Patient(FhirReference.ReadRequired(resource, "subject")),
            Name = Name(resource),
            Dose = Dose(resource),
            Start = begin ?? FhirDate.Day(resource, "authoredOn"),
            End = end,
            Hospital = references.Hospital(requester is not null && ObservationMapping.IsOrganization(requester) ? requester : null, resource),
        };
    }

    /// <inheritdoc/>
    protected override JsonObject WriteRecord(Medication record)
    {
        var json = FhirResource.Start("MedicationRequest", record);
        var bounds = new JsonObject { ["start"] = FhirDate.Text(record.Start) };
        if (record.End is { } end)
        {
            bounds["end"] = FhirDate.Text(end);
        }

        var dosage = new JsonObject();
        FhirText.Write(dosage, "text", record.Dose);
        dosage["timing"] = new JsonObject { ["repeat"] = new JsonObject { ["boundsPeriod"] = bounds } };
        json["status"] = record.End is null ? "active" : "completed";
        json["intent"] = "order";
        json["medicationCodeableConcept"] = Concept(record.Name);
        json["subject"] = FhirResource.Patient(record.Patient);
        json["authoredOn"] = FhirDate.Text(record.Start);
        json["requester"] = FhirResource.Hospital(record.Hospital);
        json["dosageInstruction"] = new JsonArray(dosage);
        return json;
    }

    private static BilingualText Name(FhirNode resource)
    {
        if (resource.Optional("medicationCodeableConcept") is { } concept)
        {
            return ConceptText(concept) ?? throw new FhirFormatException(concept.Path, FhirIssueCode.Required, "needs a text or a display.");
        }

        var reference = FhirReference.ReadRequired(resource, "medicationReference");
        foreach (var contained in resource.List("contained"))
        {
            if (reference.Address == "#" + contained.OptionalText("id"))
            {
                return ConceptText(contained.Optional("code")) ?? throw contained.Missing("code");
            }
        }

        return reference.Display is { } display
            ? BilingualText.Of(display, FhirText.Language(display, []))
            : throw resource.Error("medicationReference", FhirIssueCode.NotFound, "leads nowhere and has no display; contain the Medication or name it.");
    }

    private static BilingualText Dose(FhirNode resource)
    {
        var texts = resource.List("dosageInstruction").Select(d => FhirText.Read(d, "text")).ToArray();
        if (texts.Length == 0 || texts.Contains(null))
        {
            throw resource.Error("dosageInstruction", FhirIssueCode.Required, "needs a text: a dose is never put together from parts here.");
        }

        return JoinedText.Of(texts.OfType<BilingualText>().ToArray());
    }

    private static (LocalDate? Start, LocalDate? End) Period(FhirNode resource)
    {
        var bounds = resource.First("dosageInstruction")?.Optional("timing")?.Optional("repeat")?.Optional("boundsPeriod")
            ?? resource.Optional("dispenseRequest")?.Optional("validityPeriod");
        if (bounds is not { } period)
        {
            return (null, null);
        }

        var (begin, end) = (FhirDate.OptionalDay(period, "start"), FhirDate.OptionalDay(period, "end"));
        return end < begin ? throw period.Error("end", FhirIssueCode.Value, "is before the start.") : (begin, end);
    }
}
