using System.Text.Json.Nodes;
using NodaTime;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>
/// Consent ↔ consent: one provision that permits or denies, with one actor, one purpose and a half-open validity. The way
/// provisions are used follows IHE Privacy Consent on FHIR (PCF).
/// </summary>
internal sealed class ConsentMapping() : FhirMapping<Consent>(
    "Consent",
    "identifier status scope category patient dateTime performer organization sourceAttachment sourceReference policy policyRule "
    + "verification provision")
{
    private static readonly IReadOnlyList<(string Kind, string ResourceType)> Kinds =
    [
        ("visit", "Encounter"), ("document", "DocumentReference"), ("observation", "Observation"), ("lab", "Observation"),
        ("medication", "MedicationRequest"), ("allergy", "AllergyIntolerance"), ("diagnosis", "Condition"), ("consent", "Consent"),
        ("access", "AuditEvent"), ("patient", "Patient"),
    ];

    /// <inheritdoc/>
    protected override Consent ReadRecord(FhirNode resource, IFhirReferences references)
    {
        if (resource.Code("status", "draft", "proposed", "active", "rejected", "inactive", "entered-in-error") is not "active" and var status)
        {
            throw resource.Error("status", FhirIssueCode.NotSupported, $"is '{status}': a consent is taken back by an active one that revokes it.");
        }

        var provision = Provision(resource);
        var (kind, grantee) = Grantee(provision);
        var period = provision.Optional("period");
        var from = (period is { } p ? Bound(p, "start", end: false) : null) ?? FhirDate.Moment(resource, "dateTime");
        var until = period is { } q ? Bound(q, "end", end: true) : null;
        if (until <= from)
        {
            throw period!.Value.Error("end", FhirIssueCode.Value, "is not after the start.");
        }

        return new Consent
        {
            Id = references.RecordId(resource),
            Patient = references.Patient(FhirReference.ReadRequired(resource, "patient")),
            Permit = provision.Code("type", "permit", "deny") == "permit",
            GranteeKind = kind,
            Grantee = grantee,
            Kinds = ReadKinds(provision),
            Purpose = Purpose(provision),
            ValidFrom = from,
            ValidUntil = until,
            Revokes = FhirResource.Extension(resource, "revokes")?.Text("valueString"),
        };
    }

    /// <inheritdoc/>
    protected override JsonObject WriteRecord(Consent record)
    {
        var json = FhirResource.Start("Consent", record);
        if (record.Revokes is { } revokes)
        {
            FhirResource.Extend(json, "revokes", "valueString", revokes);
        }

        var period = new JsonObject { ["start"] = FhirDate.Text(record.ValidFrom) };
        if (record.ValidUntil is { } until)
        {
            period["end"] = FhirDate.Text(until);
        }

        var provision = new JsonObject { ["type"] = record.Permit ? "permit" : "deny", ["period"] = period };
        if (Actor(record) is { } actor)
        {
            provision["actor"] = new JsonArray(actor);
        }

        if (record.Purpose != "*")
        {
            provision["purpose"] = new JsonArray(new FhirCoding(FhirSystems.ActReason, record.Purpose).ToJson());
        }

        if (!record.Kinds.Contains("*"))
        {
            provision["class"] = new JsonArray(record.Kinds.Select(k => (JsonNode)new FhirCoding(FhirSystems.RecordKind, k).ToJson()).ToArray());
        }

        json["status"] = "active";
        json["scope"] = Terminology("consentscope", "patient-privacy");
        json["category"] = new JsonArray(FhirCoding.Concept(new FhirCoding(FhirSystems.Loinc, "59284-0", "Patient Consent")));
        json["patient"] = FhirResource.Patient(record.Patient);
        json["dateTime"] = FhirDate.Text(record.ValidFrom);
        json["policyRule"] = FhirCoding.Concept(new FhirCoding(FhirSystems.ActCode, record.Permit ? "OPTIN" : "OPTOUT"));
        json["provision"] = provision;
        return json;
    }

    private static FhirNode Provision(FhirNode resource)
    {
        var root = resource.Required("provision");
        var nested = root.List("provision");
        if (nested.Count == 0)
        {
            return root;
        }

        // A bare root with one exception inside says the same as that exception alone: what is not permitted is denied anyway.
        return nested.Count == 1 && !root.Has("actor") && !nested[0].Has("provision") && !(root.OptionalText("type") == "permit")
            ? nested[0]
            : throw root.Error("provision", FhirIssueCode.NotSupported, "nests rules; send one Consent for each rule.");
    }

    private static (GranteeKind Kind, string Grantee) Grantee(FhirNode provision)
    {
        var actors = provision.List("actor");
        if (actors.Count == 0)
        {
            return (GranteeKind.Anyone, "*");
        }

        if (actors.Count > 1)
        {
            throw provision.Error("actor", FhirIssueCode.NotSupported, "names several; send one Consent for each.");
        }

        var reference = FhirReference.ReadRequired(actors[0], "reference");
        return reference.Identifier switch
        {
            { System: FhirSystems.Doctor } id => (GranteeKind.Doctor, id.Value),
            { System: FhirSystems.Role } id => (GranteeKind.Role, id.Value),
            { System: FhirSystems.Hospital } id => (GranteeKind.Hospital, id.Value),
            _ => throw new FhirFormatException(
                reference.Path, FhirIssueCode.NotFound,
                $"must name the grantee by an identifier of {FhirSystems.Doctor}, {FhirSystems.Role} or {FhirSystems.Hospital}."),
        };
    }

    private static JsonObject? Actor(Consent record)
    {
        (string Type, string System)? named = record.GranteeKind switch
        {
            GranteeKind.Doctor => ("Practitioner", FhirSystems.Doctor),
            GranteeKind.Role => ("PractitionerRole", FhirSystems.Role),
            GranteeKind.Hospital => ("Organization", FhirSystems.Hospital),
            _ => null,
        };
        return named is not { } to ? null : new JsonObject
        {
            ["role"] = FhirCoding.Concept(new FhirCoding(FhirSystems.Terminology("v3-ParticipationType"), "IRCP", "information recipient")),
            ["reference"] = FhirReference.Write(to.Type, to.System, record.Grantee),
        };
    }

    private static string[] ReadKinds(FhirNode provision)
    {
        var classes = FhirCoding.ReadList(provision, "class");
        var own = classes.Where(c => c.System == FhirSystems.RecordKind).Select(c => c.Code).ToArray();
        if (own.Length > 0)
        {
            return own;
        }

        var types = classes.Where(c => c.System == FhirSystems.ResourceTypes).Select(c => c.Code).ToArray();
        var kinds = Kinds.Where(k => types.Contains(k.ResourceType)).Select(k => k.Kind).ToArray();
        if (provision.Has("code") || provision.Has("data") || provision.Has("securityLabel") || provision.Has("action")
            || types.Any(t => Kinds.All(k => k.ResourceType != t)) || (classes.Count > 0 && kinds.Length == 0))
        {
            throw new FhirFormatException(
                provision.Path, FhirIssueCode.NotSupported, "narrows the consent in a way that cannot be kept; use class with resource types.");
        }

        return classes.Count == 0 ? ["*"] : kinds;
    }

    private static string Purpose(FhirNode provision) => FhirCoding.ReadList(provision, "purpose") switch
    {
        [] when !provision.Has("purpose") => "*",
        [{ System: FhirSystems.ActReason } only] => only.Code,
        _ => throw provision.Error("purpose", FhirIssueCode.NotSupported, $"must be one code of {FhirSystems.ActReason}; send one Consent for each."),
    };

    // A day as an end includes that day (FHIR R4 Period), the ledger's end does not: the next midnight, UTC.
    private static Instant? Bound(FhirNode period, string name, bool end)
    {
        if (period.OptionalText(name) is not { Length: 10 })
        {
            return FhirDate.OptionalMoment(period, name);
        }

        var day = FhirDate.Day(period, name);
        return (end ? day.PlusDays(1) : day).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
    }
}
