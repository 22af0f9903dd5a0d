using System.Security.Cryptography;
using System.Text;
using VoiceMed.Ledger.Fhir;
using VoiceMed.Ledger.Fhir.Bundles;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Import;

/// <summary>
/// What the identifiers and references of one bundle mean. Patients that are new get their identifier here and are claimed when
/// they are written. Not thread-safe.
/// </summary>
internal sealed class ImportReferences(
    FhirBundle bundle, ImportSource source, IImportStore store, Func<HospitalId, Hospital?> hospitals) : IFhirReferences
{
    private static readonly string[] AboutPatients = ["subject", "patient"];

    private readonly Dictionary<IdentityKey, PatientId> _provisional = [];
    private readonly Dictionary<IdentityKey, IReadOnlyList<PatientId>> _recorded = [];

    /// <summary>Asks the ledger whom the identifiers of a resource name, so that it can be read; each identifier of the bundle is asked for once. What is malformed is left to the reader to say.</summary>
    public async ValueTask PrepareAsync(FhirNode resource, CancellationToken cancellation)
    {
        foreach (var key in KeysIn(resource).Where(key => !_recorded.ContainsKey(key)))
        {
            _recorded[key] = await store.FindPatientsAsync(key, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public string RecordId(FhirNode resource) =>
        LedgerReferences.Own(FhirIdentifier.ReadAll(resource), FhirSystems.Record) ?? Digest(SourceKey(resource));

    /// <summary>What a second delivery of a resource is recognised by.</summary>
    /// <exception cref="FhirFormatException">There is nothing.</exception>
    public string SourceKey(FhirNode resource)
    {
        var type = resource.ResourceType;
        return FhirIdentifier.ReadAll(resource) is [var identifier, ..] ? $"{type}|{identifier.System}|{identifier.Value}"
            : resource.OptionalText("id") is { } id ? $"{type}|{source.Name}|{id}"
            : throw resource.Error("id", FhirIssueCode.Required, "or an identifier is needed, by which a second delivery is recognised.");
    }

    /// <inheritdoc/>
    public PatientId PatientOf(FhirNode resource)
    {
        var keys = KeysOf(resource);
        var own = LedgerReferences.Own(FhirIdentifier.ReadAll(resource), FhirSystems.Patient);
        var found = Known(keys).Concat(own is null ? [] : [new PatientId(own)]).Distinct().ToArray();
        if (found.Length > 1)
        {
            throw resource.Error("identifier", FhirIssueCode.Conflict, "names different patients; a person has to decide which of them it is.");
        }

        var patient = found is [var only] ? only : PatientIdentities.NewPatient();
        foreach (var key in keys)
        {
            _provisional[key] = patient;
        }

        return patient;
    }

    /// <summary>All keys a Patient resource gives its patient: identifiers, and its id within the source.</summary>
    public IReadOnlyList<IdentityKey> KeysOf(FhirNode resource)
    {
        var keys = FhirIdentifier.ReadAll(resource).Where(i => i.System != FhirSystems.Patient).Select(IdentityKey.Of).ToList();
        if (resource.OptionalText("id") is { } id && IdentityKey.OfAddress(source.Name, "Patient/" + id) is { } key)
        {
            keys.Add(key);
        }

        return keys.Count > 0 || LedgerReferences.Own(FhirIdentifier.ReadAll(resource), FhirSystems.Patient) is not null
            ? keys
            : throw resource.Error("identifier", FhirIssueCode.Required, "with a system, or an id, is needed, by which the patient is recognised.");
    }

    /// <inheritdoc/>
    public PatientId Patient(FhirReference reference)
    {
        if (reference.Identifier is { System: FhirSystems.Patient } own)
        {
            return new PatientId(own.Value);
        }

        if (reference.Address is { } address && bundle.Find(address) is { } resource)
        {
            return resource.ResourceType == "Patient"
                ? PatientOf(resource)
                : throw new FhirFormatException(reference.Path, FhirIssueCode.Value, "must lead to a Patient.");
        }

        return Known(KeysOf(reference)) switch
        {
            [var only] => only,
            [] => throw new FhirFormatException(reference.Path, FhirIssueCode.NotFound, "leads to no patient that is known; send the Patient first or along."),
            _ => throw new FhirFormatException(reference.Path, FhirIssueCode.Conflict, "names different patients by address and by identifier."),
        };
    }

    /// <inheritdoc/>
    public HospitalId Hospital(FhirReference? reference, FhirNode resource)
    {
        var named = reference?.Identifier is { System: FhirSystems.Hospital } identifier ? identifier.Value
            : reference?.Address is { } address && bundle.Find(address) is { ResourceType: "Organization" } organization
                ? LedgerReferences.Own(FhirIdentifier.ReadAll(organization), FhirSystems.Hospital)
                : null;

        // A hospital's system numbers organisations as it likes; what does not say otherwise is the hospital itself.
        return named is null || named == source.Hospital.Value
            ? source.Hospital
            : throw new FhirFormatException(
                reference!.Path, FhirIssueCode.BusinessRule, $"names another hospital than {source.Hospital}, for which this source speaks.");
    }

    /// <inheritdoc/>
    public BilingualText? HospitalName(HospitalId hospital) => hospitals(hospital)?.Name;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Content(string address) =>
        bundle.Find(address) is { ResourceType: "Binary" } binary ? DocumentContentReader.Inline(binary) : null;

    private PatientId[] Known(IEnumerable<IdentityKey> keys)
    {
        var all = keys.ToArray();
        return all.Where(_provisional.ContainsKey).Select(k => _provisional[k])
            .Concat(all.SelectMany(k => _recorded.GetValueOrDefault(k, []))).Distinct().ToArray();
    }

    private IReadOnlyCollection<IdentityKey> KeysIn(FhirNode resource)
    {
        try
        {
            return resource.ResourceType == "Patient"
                ? KeysOf(resource)
                : [.. AboutPatients.Select(name => FhirReference.Read(resource, name)).OfType<FhirReference>().SelectMany(KeysOf)];
        }
        catch (FhirFormatException)
        {
            return [];
        }
    }

    private IEnumerable<IdentityKey> KeysOf(FhirReference reference) => new[]
    {
        reference.Identifier is { } identifier ? IdentityKey.Of(identifier) : null,
        reference.Address is { } address ? IdentityKey.OfSearch(address) ?? IdentityKey.OfAddress(source.Name, address) : null,
    }.OfType<IdentityKey>();

    private static string Digest(string key)
    {
        // The type in front keeps identifiers apart for people; the digest makes any source's key a valid FHIR id.
        var type = key[..key.IndexOf('|')].ToLowerInvariant();
        return $"{type}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..24]}";
    }
}
