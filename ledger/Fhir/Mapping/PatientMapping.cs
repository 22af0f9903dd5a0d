using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Mapping;

/// <summary>Patient. Ward and bed, which FHIR keeps in the encounter, travel in extensions of ours.</summary>
internal sealed class PatientMapping() : FhirMapping<Patient>(
    "Patient",
    "identifier active name telecom gender birthDate deceasedBoolean deceasedDateTime address maritalStatus multipleBirthBoolean "
    + "multipleBirthInteger photo contact communication generalPractitioner managingOrganization link")
{
    /// <inheritdoc/>
    protected override Patient ReadRecord(FhirNode resource, IFhirReferences references)
    {
        if (resource.Has("link"))
        {
            throw resource.Error("link", FhirIssueCode.NotSupported, "merges patients; a merge has to be decided by a person, not by an import.");
        }

        if (resource.OptionalBoolean("active") == false)
        {
            throw resource.Error("active", FhirIssueCode.NotSupported, "says the record is out of use; send the one in use.");
        }

        var gender = resource.Has("gender") ? resource.Code("gender", "male", "female", "other", "unknown") : null;
        var ward = FhirResource.Extension(resource, "ward");
        var patient = references.PatientOf(resource);
        return new Patient
        {
            Id = patient.Value,
            Patient = patient,
            Name = Name(resource),
            BirthDate = FhirDate.Day(resource, "birthDate"),
            Sex = gender is "male" or "female" ? gender : null,
            Ward = ward is { } w ? references.Hospital(FhirReference.Read(w, "valueReference"), w) : null,
            Bed = FhirResource.Extension(resource, "bed")?.Text("valueString"),
        };
    }

    /// <inheritdoc/>
    protected override JsonObject WriteRecord(Patient record)
    {
        var json = FhirResource.Start("Patient", record.Patient.Value);
        json["identifier"] = new JsonArray(new FhirIdentifier(FhirSystems.Patient, record.Patient.Value).ToJson());
        var names = new JsonArray();
        AddName(names, record.Name.Ru, "ru");
        AddName(names, record.Name.En, "en");
        json["name"] = names;
        json["gender"] = record.Sex ?? "unknown";
        json["birthDate"] = FhirDate.Text(record.BirthDate);
        if (record.Ward is { } ward)
        {
            FhirResource.Extend(json, "ward", "valueReference", FhirResource.Hospital(ward));
        }

        if (record.Bed is { } bed)
        {
            FhirResource.Extend(json, "bed", "valueString", bed);
        }

        return json;
    }

    private static void AddName(JsonArray names, string? name, string language)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return;
        }

        // The ledger's order is family, given, further names: FHIR's parts follow from it.
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var json = new JsonObject
        {
            ["extension"] = new JsonArray(FhirText.LanguageOf(language)),
            ["use"] = "official",
            ["text"] = name,
            ["family"] = parts[0],
        };
        if (parts.Length > 1)
        {
            json["given"] = new JsonArray(parts[1..].Select(p => (JsonNode)p).ToArray());
        }

        names.Add((JsonNode)json);
    }

    private static BilingualText Name(FhirNode resource)
    {
        var found = new BilingualText(null, null);
        foreach (var name in resource.List("name").OrderBy(n => n.OptionalText("use") is "official" ? 0 : 1))
        {
            if (name.OptionalText("use") is "old" or "maiden" or "nickname" || Full(name) is not { } text)
            {
                continue;
            }

            found = FhirText.Language(text, name.List("extension")) == "ru"
                ? found with { Ru = found.Ru ?? text }
                : found with { En = found.En ?? text };
        }

        return found is { Ru: null, En: null } ? throw resource.Missing("name") : found;
    }

    // The parts are the better source: a free text may have any order.
    private static string? Full(FhirNode name) =>
        name.OptionalText("family") is { } family
            ? string.Join(' ', [family, .. name.Texts("given")])
            : name.OptionalText("text");
}
