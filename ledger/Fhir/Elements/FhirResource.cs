using System.Text.Json.Nodes;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Elements;

/// <summary>What the written resources have in common: heads, our extensions, security labels.</summary>
internal static class FhirResource
{
    /// <summary>Starts a resource: type, id and the record's identifier.</summary>
    public static JsonObject Start(string type, LedgerRecord record)
    {
        var json = Start(type, record.Id);
        json["identifier"] = new JsonArray(new FhirIdentifier(FhirSystems.Record, record.Id).ToJson());
        return json;
    }

    /// <summary>Starts a resource with an id only, where that can be one.</summary>
    public static JsonObject Start(string type, string id)
    {
        var json = new JsonObject { ["resourceType"] = type };
        if (FhirIdentifier.IsResourceId(id))
        {
            json["id"] = id;
        }

        return json;
    }

    public static JsonObject Patient(PatientId patient) => FhirReference.Write("Patient", FhirSystems.Patient, patient.Value);

    public static JsonObject Hospital(HospitalId hospital, BilingualText? name = null)
    {
        var reference = FhirReference.Write("Organization", FhirSystems.Hospital, hospital.Value);
        if (name is not null)
        {
            FhirText.Write(reference, "display", name);
        }

        return reference;
    }

    /// <summary>Adds one of our own extensions; R4 has no element for its content.</summary>
    public static void Extend(JsonObject resource, string name, string valueElement, JsonNode value)
    {
        var extension = new JsonObject { ["url"] = FhirSystems.Extension + name, [valueElement] = value };
        if (resource["extension"] is JsonArray list)
        {
            list.Add((JsonNode)extension);
        }
        else
        {
            resource["extension"] = new JsonArray(extension);
        }
    }

    /// <summary>One of our own extensions, or null.</summary>
    public static FhirNode? Extension(FhirNode resource, string name)
    {
        foreach (var extension in resource.List("extension"))
        {
            if (extension.OptionalText("url") == FhirSystems.Extension + name)
            {
                return extension;
            }
        }

        return null;
    }

    /// <summary>The security labels of a sensitivity; null for the ordinary one.</summary>
    public static JsonArray? Labels(Sensitivity sensitivity) =>
        sensitivity == Sensitivity.Normal
            ? null
            : new JsonArray(new FhirCoding(FhirSystems.Confidentiality, sensitivity == Sensitivity.Restricted ? "R" : "V").ToJson());

    /// <summary>Puts the sensitivity's label into <c>meta.security</c>.</summary>
    public static void Label(JsonObject resource, Sensitivity sensitivity)
    {
        if (Labels(sensitivity) is { } labels)
        {
            resource["meta"] = new JsonObject { ["security"] = labels };
        }
    }

    /// <summary>The highest sensitivity among the labels of <c>meta.security</c>.</summary>
    public static Sensitivity ReadLabel(FhirNode resource) =>
        resource.Optional("meta") is { } meta ? Highest(FhirCoding.ReadList(meta, "security")) : Sensitivity.Normal;

    /// <summary>The highest sensitivity among codings; other label systems are ignored, an unknown confidentiality is not.</summary>
    public static Sensitivity Highest(IEnumerable<FhirCoding> labels) =>
        labels.Where(l => l.System == FhirSystems.Confidentiality)
            .Select(l => l.Code switch
            {
                "N" or "L" or "M" or "U" => Sensitivity.Normal,
                "R" => Sensitivity.Restricted,
                _ => Sensitivity.VeryRestricted,
            })
            .DefaultIfEmpty(Sensitivity.Normal).Max();
}
