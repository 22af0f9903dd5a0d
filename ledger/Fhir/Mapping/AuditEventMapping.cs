using System.Text;
using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>
/// AuditEvent ↔ access, shaped after IHE Basic Audit Log Patterns (BALP): who asked, the ledger as source, the patient, and
/// the operation as a base64 query.
/// </summary>
internal sealed class AuditEventMapping() : FhirMapping<AccessRecord>(
    "AuditEvent",
    "type subtype action period recorded outcome outcomeDesc purposeOfEvent agent source entity")
{
    private const string Success = "0";
    private const string MinorFailure = "4";

    /// <inheritdoc/>
    protected override AccessRecord ReadRecord(FhirNode resource, IFhirReferences references)
    {
        var user = resource.First("agent") ?? throw resource.Missing("agent");
        var who = FhirReference.Read(user, "who");
        return new AccessRecord
        {
            Id = references.RecordId(resource),
            Patient = Patient(resource, references),
            Time = FhirDate.Moment(resource, "recorded"),
            Doctor = who?.Identifier is { System: FhirSystems.Doctor } doctor ? new DoctorId(doctor.Value) : null,
            DoctorName = FhirText.Read(user, "name"),
            Role = user.List("role").SelectMany(r => FhirCoding.ReadConcept(r)).FirstOrDefault(c => c.System == FhirSystems.Role)?.Code,
            Operation = FhirCoding.Find(FhirCoding.ReadList(resource, "subtype"), FhirSystems.Operation) ?? throw resource.Missing("subtype"),
            Purpose = FhirCoding.Find(resource.List("purposeOfEvent").SelectMany(p => FhirCoding.ReadConcept(p)), FhirSystems.ActReason)
                ?? throw resource.Missing("purposeOfEvent"),
            Granted = resource.Code("outcome", Success, MinorFailure, "8", "12") == Success,
            Reason = resource.Text("outcomeDesc"),
            Trust = (double?)FhirResource.Extension(user, "trust")?.OptionalNumber("valueDecimal"),
            Turn = FhirResource.Extension(resource, "turn")?.Text("valueString"),
            Terminal = user.Optional("network")?.OptionalText("address"),
        };
    }

    /// <inheritdoc/>
    protected override JsonObject WriteRecord(AccessRecord record)
    {
        var json = FhirResource.Start("AuditEvent", record.Id);
        FhirResource.Extend(json, "identifier", "valueIdentifier", new FhirIdentifier(FhirSystems.Record, record.Id).ToJson());
        if (record.Turn is { } turn)
        {
            FhirResource.Extend(json, "turn", "valueString", turn);
        }

        json["type"] = new FhirCoding(FhirSystems.Terminology("audit-event-type"), "rest", "Restful Operation").ToJson();
        json["subtype"] = new JsonArray(new FhirCoding(FhirSystems.Operation, record.Operation).ToJson());
        json["action"] = "R";
        json["recorded"] = FhirDate.Text(record.Time);
        json["outcome"] = record.Granted ? Success : MinorFailure;
        json["outcomeDesc"] = record.Reason;
        json["purposeOfEvent"] = new JsonArray(FhirCoding.Concept(new FhirCoding(FhirSystems.ActReason, record.Purpose)));
        json["agent"] = new JsonArray(User(record));
        json["source"] = new JsonObject
        {
            ["observer"] = new JsonObject { ["display"] = "VoiceMed ledger" },
            ["type"] = new JsonArray(new FhirCoding(FhirSystems.Terminology("security-source-type"), "4", "Application Server").ToJson()),
        };
        json["entity"] = new JsonArray(
            new JsonObject
            {
                ["what"] = FhirResource.Patient(record.Patient),
                ["type"] = new FhirCoding(FhirSystems.Terminology("audit-entity-type"), "1", "Person").ToJson(),
                ["role"] = new FhirCoding(FhirSystems.Terminology("object-role"), "1", "Patient").ToJson(),
            },
            new JsonObject
            {
                ["type"] = new FhirCoding(FhirSystems.Terminology("audit-entity-type"), "2", "System Object").ToJson(),
                ["role"] = new FhirCoding(FhirSystems.Terminology("object-role"), "24", "Query").ToJson(),
                ["query"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(record.Operation)),
            });
        return json;
    }

    private static JsonObject User(AccessRecord record)
    {
        var user = new JsonObject
        {
            ["type"] = FhirCoding.Concept(new FhirCoding(FhirSystems.Terminology("v3-ParticipationType"), "IRCP", "information recipient")),
        };
        if (record.Trust is { } trust)
        {
            FhirResource.Extend(user, "trust", "valueDecimal", trust);
        }

        if (record.Role is { } role)
        {
            user["role"] = new JsonArray(FhirCoding.Concept(new FhirCoding(FhirSystems.Role, role)));
        }

        if (record.Doctor is { } doctor)
        {
            user["who"] = FhirReference.Write("Practitioner", FhirSystems.Doctor, doctor.Value);
        }

        if (record.DoctorName is { } name)
        {
            FhirText.Write(user, "name", name);
        }

        user["requestor"] = true;
        if (record.Terminal is { } terminal)
        {
            user["network"] = new JsonObject { ["address"] = terminal, ["type"] = "1" };
        }

        return user;
    }

    private static PatientId Patient(FhirNode resource, IFhirReferences references)
    {
        foreach (var entity in resource.List("entity"))
        {
            if (entity.Optional("role") is { } role && FhirCoding.Read(role)?.Code == "1")
            {
                return references.Patient(FhirReference.ReadRequired(entity, "what"));
            }
        }

        throw resource.Error("entity", FhirIssueCode.Required, "names no patient.");
    }
}
