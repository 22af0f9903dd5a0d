using System.Text.Json.Nodes;
using NodaTime;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.Ledger.Fhir.Terminology;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>
/// DocumentReference ↔ what is known of a document. The content is read by <see cref="FhirReader"/>. R4's attachment hash is
/// SHA-1; the ledger's keyed commitment travels in an extension.
/// </summary>
internal sealed class DocumentReferenceMapping() : FhirMapping<DocumentInfo>(
    "DocumentReference",
    "masterIdentifier identifier status docStatus type category subject date author authenticator custodian relatesTo description "
    + "securityLabel content context")
{
    /// <inheritdoc/>
    protected override DocumentInfo ReadRecord(FhirNode resource, IFhirReferences references)
    {
        if (resource.Code("status", "current", "superseded", "entered-in-error") is not "current" and var status)
        {
            throw resource.Error("status", FhirIssueCode.NotSupported, $"is '{status}': send the current document.");
        }

        var attachment = Attachment(resource);
        var hospital = references.Hospital(FhirReference.Read(resource, "custodian"), resource);
        var custodian = resource.Optional("custodian");
        return new DocumentInfo
        {
            Id = references.RecordId(resource),
            Patient = references.Patient(FhirReference.ReadRequired(resource, "subject")),
            Hospital = hospital,
            HospitalName = references.HospitalName(hospital)
                ?? (custodian is { } c ? FhirText.Read(c, "display") : null) ?? throw resource.Missing("custodian.display"),
            Kind = Kind(resource),
            Title = FhirText.Read(resource, "description") ?? FhirText.Read(attachment, "title")
                ?? ConceptText(resource.Optional("type")) ?? throw resource.Missing("description"),
            Date = Date(resource, attachment),
            ContentType = attachment.Text("contentType"),
            Size = (long)(attachment.OptionalNumber("size") ?? 0),
            Commitment = FhirResource.Extension(attachment, "commitment")?.OptionalText("valueString"),
            Sensitivity = (Sensitivity)Math.Max(
                (int)FhirResource.Highest(resource.List("securityLabel").SelectMany(l => FhirCoding.ReadConcept(l))),
                (int)FhirResource.ReadLabel(resource)),
        };
    }

    /// <inheritdoc/>
    protected override JsonObject WriteRecord(DocumentInfo record)
    {
        var json = FhirResource.Start("DocumentReference", record);
        json["masterIdentifier"] = new FhirIdentifier(FhirSystems.Record, record.Id).ToJson();
        json["status"] = "current";
        json["type"] = Type(record.Kind);
        json["subject"] = FhirResource.Patient(record.Patient);
        json["custodian"] = FhirResource.Hospital(record.Hospital, record.HospitalName);
        FhirText.Write(json, "description", record.Title);
        if (FhirResource.Labels(record.Sensitivity) is { } labels)
        {
            json["securityLabel"] = new JsonArray(new JsonObject { ["coding"] = labels });
        }

        var attachment = new JsonObject
        {
            ["contentType"] = record.ContentType,
            ["size"] = record.Size,
            ["creation"] = FhirDate.Text(record.Date),
        };
        if (FhirIdentifier.IsResourceId(record.Id))
        {
            attachment["url"] = "Binary/" + record.Id;
        }

        if (record.Commitment is { } commitment)
        {
            FhirResource.Extend(attachment, "commitment", "valueString", commitment);
        }

        json["content"] = new JsonArray(new JsonObject { ["attachment"] = attachment });
        return json;
    }

    internal static FhirNode Attachment(FhirNode resource) => resource.List("content") switch
    {
        [var only] => only.Required("attachment"),
        [] => throw resource.Missing("content"),
        _ => throw resource.Error("content", FhirIssueCode.NotSupported, "holds several renditions; send the one to be kept."),
    };

    private static JsonObject Type(string kind)
    {
        var own = new FhirCoding(FhirSystems.DocumentKind, kind);
        return DocumentKinds.Loinc(kind) is { } loinc
            ? FhirCoding.Concept(new FhirCoding(FhirSystems.Loinc, loinc.Code, loinc.Display), own)
            : FhirCoding.Concept(own);
    }

    private static string Kind(FhirNode resource)
    {
        var codings = FhirCoding.ReadConcept(resource.Required("type"));
        return FhirCoding.Find(codings, FhirSystems.DocumentKind)
            ?? codings.Where(c => c.System == FhirSystems.Loinc).Select(c => DocumentKinds.ByLoinc(c.Code)).FirstOrDefault(k => k is not null)
            ?? throw resource.Error("type", FhirIssueCode.CodeInvalid, $"has no code of {FhirSystems.DocumentKind} and no LOINC type known here.");
    }

    private static LocalDate Date(FhirNode resource, FhirNode attachment) =>
        FhirDate.OptionalDay(attachment, "creation")
        ?? FhirDate.OptionalDay(resource, "date")
        ?? (resource.Optional("context")?.Optional("period") is { } period ? FhirDate.OptionalDay(period, "start") : null)
        ?? throw resource.Missing("date");
}
