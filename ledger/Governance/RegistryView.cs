using VoiceMed.Ledger.Storage;

namespace VoiceMed.Ledger.Governance;

/// <summary>The registry as it is now. Thread-safe; <see cref="Current"/> is read once for one decision.</summary>
public sealed class RegistryView
{
    private readonly LedgerStore _store;
    private volatile Registry _current;

    /// <summary>Reads the registry of a ledger.</summary>
    public RegistryView(LedgerStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        _store = store;
        _current = store.Read(Registry.Load);
    }

    /// <summary>The registry at this moment.</summary>
    public Registry Current => _current;

    /// <summary>Reads it again, after an entry that changes it.</summary>
    public void Refresh() => _current = _store.Read(Registry.Load);
}
