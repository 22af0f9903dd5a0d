using NodaTime;

namespace VoiceMed.Ledger.Contracts;

/// <summary>The state as one call sees it: what it wrote over what there was. Not thread-safe.</summary>
internal sealed class CallState(SortedDictionary<string, string> committed, Instant now, string caller) : IContractState
{
    private readonly SortedDictionary<string, string?> _writes = new(StringComparer.Ordinal);

    public Instant Now { get; } = now;

    public string Caller { get; } = caller;

    /// <summary>What the call wrote, in order of the keys.</summary>
    public IReadOnlyList<StateWrite> Writes => [.. _writes.Select(static write => new StateWrite(write.Key, write.Value))];

    public string? Get(string key) => _writes.TryGetValue(key, out var written) ? written : committed.GetValueOrDefault(key);

    public void Put(string key, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(value);
        _writes[key] = value;
    }

    public void Remove(string key) => _writes[key] = null;

    public IReadOnlyList<string> Keys(string prefix) =>
    [
        .. committed.Keys.Union(_writes.Keys)
            .Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && Get(key) is not null)
            .Order(StringComparer.Ordinal),
    ];
}
