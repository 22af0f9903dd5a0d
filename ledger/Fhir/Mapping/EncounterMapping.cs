using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.Ledger.Fhir.Terminology;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>Encounter ↔ hospital visit.</summary>
internal sealed class EncounterMapping() : FhirMapping<HospitalVisit>(
    "Encounter",
    "identifier status statusHistory class classHistory type serviceType priority subject episodeOfCare basedOn participant appointment "
    + "period length reasonCode reasonReference diagnosis account hospitalization location serviceProvider partOf")
{
    /// <inheritdoc/>
    protected override HospitalVisit ReadRecord(FhirNode resource, IFhirReferences references)
    {
        var status = resource.Code(
            "status", "planned", "arrived", "triaged", "in-progress", "onleave", "finished", "cancelled", "entered-in-error", "unknown");
        if (status is "planned" or "cancelled" or "entered-in-error" or "unknown")
        {
            throw resource.Error("status", FhirIssueCode.NotSupported, $"is '{status}': only visits that took place are records.");
        }

        var provider = FhirReference.Read(resource, "serviceProvider");
        var hospital = references.Hospital(provider, resource);
        var period = resource.Required("period");
        var begin = FhirDate.Day(period, "start");
        var end = FhirDate.OptionalDay(period, "end");
        if (end < begin)
        {
            throw period.Error("end", FhirIssueCode.Value, "is before the start.");
        }

        var outpatient = FhirCoding.Read(resource.Required("class"))?.Code is "AMB" or "HH" or "VR";
        return new HospitalVisit
        {
            Id = references.RecordId(resource),
            Patient = references.Patient(FhirReference.ReadRequired(resource, "subject")),
            Hospital = hospital,
            HospitalName = Named(resource, references, hospital),
            Department = Department(resource),
            Date = begin,
            EndDate = outpatient && end == begin ? null : end,
            Reason = ConceptText(resource.First("reasonCode")) ?? ConceptText(resource.First("type")) ?? throw resource.Missing("reasonCode"),
        };
    }

    /// <inheritdoc/>
    protected override JsonObject WriteRecord(HospitalVisit record)
    {
        var json = FhirResource.Start("Encounter", record);
        var period = new JsonObject { ["start"] = FhirDate.Text(record.Date) };
        if (record.EndDate is { } end)
        {
            period["end"] = FhirDate.Text(end);
        }

        json["status"] = "finished";
        json["class"] = new FhirCoding(FhirSystems.ActCode, record.EndDate is null ? "AMB" : "IMP").ToJson();
        json["serviceType"] = FhirCoding.Concept(new FhirCoding(FhirSystems.Department, record.Department));
        json["subject"] = FhirResource.Patient(record.Patient);
        json["period"] = period;
        json["reasonCode"] = new JsonArray(Concept(record.Reason));
        json["serviceProvider"] = FhirResource.Hospital(record.Hospital, record.HospitalName);
        return json;
    }

    private static BilingualText Named(FhirNode resource, IFhirReferences references, LedgerClient.Identifiers.HospitalId hospital) =>
        references.HospitalName(hospital)
        ?? (resource.Optional("serviceProvider") is { } provider ? FhirText.Read(provider, "display") : null)
        ?? throw resource.Missing("serviceProvider.display");

    private static string Department(FhirNode resource)
    {
        var concept = resource.Optional("serviceType");
        return FhirCoding.Find(FhirCoding.ReadConcept(concept), FhirSystems.Department)
            ?? (ConceptText(concept) is { } text ? Departments.Canonical(text.In("ru")) : Departments.Unspecified);
    }
}
