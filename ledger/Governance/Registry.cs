using System.Text.Json;
using VoiceMed.Ledger.Accounts;
using VoiceMed.Ledger.Keys;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Governance;

/// <summary>
/// Who is in the channel: council, hospitals, keys, accounts, as the chains say at one moment. Immutable.
/// </summary>
public sealed class Registry
{
    private readonly Dictionary<HospitalId, Hospital> _hospitals = [];
    private readonly HashSet<HospitalId> _removed = [];
    private readonly Dictionary<string, WriterKey> _keys = new(StringComparer.Ordinal);
    private readonly List<string> _byAge = [];
    private readonly Dictionary<DoctorId, Account> _accounts = [];

    private Registry()
    {
    }

    /// <summary>The channel's first entry, or null before there is one.</summary>
    public Genesis? Genesis { get; private set; }

    /// <summary>The hospitals that are in the channel, in the order of their numbers.</summary>
    public IReadOnlyList<Hospital> Hospitals =>
        [.. _hospitals.Values.Where(hospital => !_removed.Contains(hospital.Id)).OrderBy(static hospital => hospital.Number ?? int.MaxValue).ThenBy(static hospital => hospital.Id.Value, StringComparer.Ordinal)];

    /// <summary>Every key that ever counted, by name.</summary>
    public IReadOnlyDictionary<string, WriterKey> Keys => _keys;

    /// <summary>The accounts, by identifier.</summary>
    public IReadOnlyDictionary<DoctorId, Account> Accounts => _accounts;

    /// <summary>What a channel's checkpoints are signed as.</summary>
    public static string OriginOf(string channel) => "voicemed/" + channel;

    /// <summary>Reads the registry from the chains.</summary>
    public static Registry Load(LedgerReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var registry = new Registry();
        foreach (var entry in reader.Chains("channel/").SelectMany(chain => reader.Walk(chain)))
        {
            registry.Apply(entry.Header.Kind, reader.Open(entry));
        }

        foreach (var chain in reader.Chains("account/"))
        {
            if (AccountReplay.Replay(reader.Walk(chain).Select(entry => (entry.Header.Kind, reader.Open(entry)))) is { } account)
            {
                registry._accounts[account.Id] = account;
            }
        }

        return registry;
    }

    /// <summary>The council as checkpoints are checked against it.</summary>
    /// <exception cref="LedgerUnavailableException">The ledger has no genesis.</exception>
    public CouncilKeys Council()
    {
        var genesis = Genesis ?? throw new LedgerUnavailableException("ledger.empty", "The ledger has no channel yet; create one with 'voicemed ledger seed'.");
        return new CouncilKeys(OriginOf(genesis.Channel), genesis.Threshold, genesis.Council);
    }

    /// <summary>The hospital, which must be in the channel.</summary>
    /// <exception cref="LedgerRejectedException"><c>hospital.unknown</c>, <c>hospital.removed</c>.</exception>
    public Hospital Hospital(HospitalId hospital)
    {
        if (!_hospitals.TryGetValue(hospital, out var found))
        {
            throw new LedgerRejectedException("hospital.unknown", $"The channel has no hospital '{hospital}'.");
        }

        return _removed.Contains(hospital)
            ? throw new LedgerRejectedException("hospital.removed", $"The hospital '{hospital}' has left the channel.")
            : found;
    }

    /// <summary>The key a hospital signs with now: of those that count the one admitted last.</summary>
    /// <exception cref="LedgerRejectedException"><c>hospital.unknown</c>, <c>hospital.removed</c>, <c>key.revoked</c>.</exception>
    public string SigningKeyOf(HospitalId hospital)
    {
        Hospital(hospital);
        return CurrentKeyOf(hospital)?.Name
            ?? throw new LedgerRejectedException("key.revoked", $"Every key of the hospital '{hospital}' is revoked; the council has to admit a new one.");
    }

    /// <summary>Of a hospital's keys that count the one admitted last; null when none counts.</summary>
    internal WriterKey? CurrentKeyOf(HospitalId hospital) =>
        _byAge.Select(name => _keys[name]).LastOrDefault(key => key.Hospital == hospital && !key.Revoked);

    /// <summary>The registry of a ledger without entries.</summary>
    internal static Registry Empty() => new();

    /// <summary>Takes in one entry of the channel's chain. Only while a registry is being made.</summary>
    internal void Apply(string kind, byte[] payload)
    {
        switch (kind)
        {
            case Genesis.Kind:
                Genesis = Read<Genesis>(payload);
                _keys[SigningKeys.Machine] = new WriterKey(SigningKeys.Machine, null, Genesis.Machine, Revoked: false);
                foreach (var (member, key) in Genesis.Council)
                {
                    _keys[member] = new WriterKey(member, null, key, Revoked: false);
                }

                break;
            case Admission.Kind:
                var admission = Read<Admission>(payload);
                _hospitals[admission.Hospital.Id] = admission.Hospital;
                _removed.Remove(admission.Hospital.Id);
                Admit(new WriterKey(admission.Key, admission.Hospital.Id, admission.PublicKey, Revoked: false));
                break;
            case Removal.Kind:
                var left = Read<Removal>(payload).Hospital;
                _removed.Add(left);
                foreach (var key in _keys.Values.Where(key => key.Hospital == left).ToList())
                {
                    _keys[key.Name] = key with { Revoked = true };
                }

                break;
            case KeyChange.Kind:
                var change = Read<KeyChange>(payload);
                if (change.PublicKey is not null)
                {
                    Admit(new WriterKey(change.Key, change.Hospital, change.PublicKey, Revoked: false));
                }
                else if (_keys.TryGetValue(change.Key, out var known))
                {
                    _keys[change.Key] = known with { Revoked = true };
                }

                break;
        }
    }

    private void Admit(WriterKey key)
    {
        // Names do not say which key is newer ("manager-10" sorts before "manager-9"); a key that is named again unchanged keeps its age.
        if (_keys.GetValueOrDefault(key.Name) is not { Revoked: false })
        {
            _byAge.Remove(key.Name);
            _byAge.Add(key.Name);
        }

        _keys[key.Name] = key;
    }

    private static T Read<T>(byte[] payload) =>
        JsonSerializer.Deserialize<T>(payload, RecordJson.Options) ?? throw new JsonException($"A {typeof(T).Name} is null.");
}
