using VoiceMed.Auth.Voiceprints;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace VoiceMed.Assistant.Authorising;

/// <summary>
/// The doctors of the house: what <c>doctors.yaml</c> says of them, joined with their voiceprints' own words where the file says
/// nothing; for whom somebody works is the ledger's word where the file has none. Thread-safe.
/// </summary>
public sealed class DoctorDirectory
{
    private readonly IReadOnlyDictionary<string, DoctorEntry> _entries;
    private readonly IReadOnlyDictionary<string, Voiceprint> _voiceprints;

    private readonly Func<DoctorId, HospitalId?> _employer;

    private DoctorDirectory(
        IReadOnlyDictionary<string, DoctorEntry> entries, IReadOnlyDictionary<string, Voiceprint> voiceprints, Func<DoctorId, HospitalId?> employer)
    {
        _entries = entries;
        _voiceprints = voiceprints;
        _employer = employer;
    }

    /// <summary>Everybody who may open a session, in ordinal order.</summary>
    public IEnumerable<string> Doctors => _entries.Keys.Union(_voiceprints.Keys).Order(StringComparer.Ordinal);

    /// <summary>Reads the file and joins the voiceprints.</summary>
    /// <param name="file">The path of <c>doctors.yaml</c>; it may be missing.</param>
    /// <param name="voiceprints">All voiceprints.</param>
    /// <param name="employer">The hospital of an account in the ledger; null where the ledger is not asked.</param>
    /// <exception cref="InvalidDataException">The file is damaged; the message says where.</exception>
    public static DoctorDirectory Load(string file, IEnumerable<Voiceprint> voiceprints, Func<DoctorId, HospitalId?>? employer = null)
    {
        var entries = File.Exists(file) ? Read(file) : [];
        return new DoctorDirectory(entries, voiceprints.ToDictionary(voiceprint => voiceprint.Doctor, StringComparer.Ordinal), employer ?? (static _ => null));
    }

    /// <summary>The same entries of the file with other voiceprints.</summary>
    public DoctorDirectory With(IEnumerable<Voiceprint> voiceprints) =>
        new(_entries, voiceprints.ToDictionary(voiceprint => voiceprint.Doctor, StringComparer.Ordinal), _employer);

    /// <summary>What has changed since a former reading.</summary>
    public DoctorChange Since(DoctorDirectory former)
    {
        ArgumentNullException.ThrowIfNull(former);
        var less = former._voiceprints.Keys.Except(_voiceprints.Keys).Any()
            || former._entries.Any(entry => _entries.GetValueOrDefault(entry.Key) != entry.Value);
        var more = _entries.Keys.Except(former._entries.Keys).Any()
            || _voiceprints.Values.Any(print => former._voiceprints.GetValueOrDefault(print.Doctor)?.EnrolledAt != print.EnrolledAt);
        return less ? DoctorChange.Less : more ? DoctorChange.More : DoctorChange.None;
    }

    /// <summary>The doctor as the program knows them; null when nobody is called so.</summary>
    public DoctorIdentity? Find(string doctor)
    {
        ArgumentNullException.ThrowIfNull(doctor);
        var entry = _entries.GetValueOrDefault(doctor);
        var voiceprint = _voiceprints.GetValueOrDefault(doctor);
        if (entry is null && voiceprint is null)
        {
            return null;
        }

        var name = entry is { Name: { } written } && (written.Ru ?? written.En) is not null
            ? written
            : new BilingualText(voiceprint?.Name ?? doctor, voiceprint?.Name ?? doctor);
        var id = new DoctorId(doctor);
        return new DoctorIdentity(
            id, name, entry?.Role ?? voiceprint?.Role ?? "doctor", entry?.Hospital is { } hospital ? new HospitalId(hospital) : _employer(id));
    }

    /// <summary>Everybody of <see cref="Doctors"/> as the program knows them.</summary>
    public IEnumerable<DoctorIdentity> All => Doctors.Select(Find).OfType<DoctorIdentity>();

    /// <summary>Whether the doctor can open a session without a voiceprint: by PIN or badge.</summary>
    public bool HasWayWithoutVoice(string doctor) => _entries.GetValueOrDefault(doctor) is { } entry && (entry.Pin ?? entry.Badge) is not null;

    /// <summary>Whether this is the doctor's PIN; false also when none is set.</summary>
    public bool IsPin(string doctor, string pin) =>
        _entries.GetValueOrDefault(doctor)?.Pin is { } stored && SecretHash.Matches(pin, stored);

    /// <summary>Whose badge carries this code, <c>voicemed:badge:DOCTOR:SECRET</c>; null for nobody's.</summary>
    public string? OwnerOfBadge(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Split(':') is ["voicemed", "badge", var doctor, { Length: > 0 } secret]
            && _entries.GetValueOrDefault(doctor)?.Badge is { } stored && SecretHash.Matches(secret, stored)
            ? doctor
            : null;
    }

    private static Dictionary<string, DoctorEntry> Read(string file)
    {
        try
        {
            using var reader = File.OpenText(file);
            return new DeserializerBuilder()
                .WithNamingConvention(HyphenatedNamingConvention.Instance)
                .WithDuplicateKeyChecking()
                .Build()
                .Deserialize<Dictionary<string, DoctorEntry>?>(reader) ?? [];
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{file}:{e.Start.Line}:{e.Start.Column}: doctors: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}
