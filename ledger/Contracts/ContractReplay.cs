using System.Text.Json;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Contracts;

/// <summary>A contract's versions and state as its chain says. Kept between calls and brought up to date from where it stopped. Not thread-safe.</summary>
internal sealed class ContractReplay(string name)
{
    private readonly string _chain = ChainName.Contract(name);
    private readonly List<ContractVersion> _versions = [];
    private long _length;
    private byte[] _head = [];

    /// <summary>The state.</summary>
    public SortedDictionary<string, string> State { get; } = new(StringComparer.Ordinal);

    /// <summary>The versions, oldest first; the last one is in force.</summary>
    public IReadOnlyList<ContractVersion> Versions => _versions;

    /// <summary>Brings it up to date with the chain.</summary>
    public void Advance(LedgerReader reader)
    {
        // A group that failed after this was read is not in the chain any more: then everything is read again.
        if (_length > 0 && !(reader.Find(_chain, _length - 1)?.Hash.AsSpan().SequenceEqual(_head) ?? false))
        {
            State.Clear();
            _versions.Clear();
            _length = 0;
        }

        foreach (var entry in reader.Walk(_chain, _length))
        {
            Apply(entry.Header.Kind, reader.Open(entry));
            _length = entry.Header.Index + 1;
            _head = entry.Hash;
        }
    }

    private void Apply(string kind, byte[] payload)
    {
        if (kind == ContractVersion.Kind)
        {
            _versions.Add(JsonSerializer.Deserialize<ContractVersion>(payload, RecordJson.Options)!);
        }
        else if (kind == Invocation.Kind)
        {
            foreach (var write in JsonSerializer.Deserialize<Invocation>(payload, RecordJson.Options)!.Writes)
            {
                if (write.Value is { } value)
                {
                    State[write.Key] = value;
                }
                else
                {
                    State.Remove(write.Key);
                }
            }
        }
    }
}
