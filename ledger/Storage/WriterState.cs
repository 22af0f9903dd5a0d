namespace VoiceMed.Ledger.Storage;

/// <summary>What the one writer remembers between appends. Everything in it can be read from the file again. Not thread-safe.</summary>
internal sealed class WriterState
{
    // Beyond this the states of rarely written chains are read again; a state is about half a kilobyte.
    private const int MostChains = 50_000;

    private readonly Dictionary<string, ChainState> _chains = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _names = new(StringComparer.Ordinal);

    /// <summary>The number of the next entry.</summary>
    public long NextSequence { get; set; }

    /// <summary>Rises with everything that is remembered about rows not committed yet.</summary>
    public long Changes { get; private set; }

    /// <summary>Chains that grew since the last checkpoint; null when that has not been looked up yet.</summary>
    public HashSet<string>? Uncovered { get; set; }

    /// <summary>Entries whose signature is still to be made: sequence, key, hash.</summary>
    public List<(long Sequence, string Writer, byte[] Hash)> Unsigned { get; } = [];

    /// <summary>Says that something remembered here is about to change: if the step is undone, everything is forgotten.</summary>
    public void Change() => Changes++;

    /// <summary>Gives an entry its number.</summary>
    public long TakeSequence()
    {
        Change();
        return NextSequence++;
    }

    /// <summary>The chain's end; created in the file when there is none and <paramref name="create"/> is true.</summary>
    public ChainState? Chain(LedgerReader reader, string name, bool create)
    {
        if (_chains.TryGetValue(name, out var known))
        {
            return known;
        }

        var id = reader.ChainId(name);
        if (id is null)
        {
            if (!create)
            {
                return null;
            }

            Change();
            reader.Connection.Execute("INSERT INTO chains(name) VALUES(@a)", name);
            id = (long)reader.Connection.Scalar("SELECT last_insert_rowid()")!;
        }

        return Remember(ChainState.Load(reader, id.Value, name));
    }

    /// <summary>The channel's tree of heads.</summary>
    public ChainState Heads(LedgerReader reader) =>
        _chains.TryGetValue(string.Empty, out var known) ? known : Remember(ChainState.Load(reader, 0, string.Empty));

    /// <summary>The number of a kind, writer or actor; given one when it has none.</summary>
    public long Name(LedgerReader reader, string name)
    {
        if (!_names.TryGetValue(name, out var id))
        {
            var found = reader.NameId(name);
            if (found is null)
            {
                Change();
                reader.Connection.Execute("INSERT INTO names(name) VALUES(@a)", name);
                found = (long)reader.Connection.Scalar("SELECT last_insert_rowid()")!;
            }

            id = found.Value;
            _names[name] = id;
        }

        return id;
    }

    /// <summary>Forgets everything, after something was rolled back.</summary>
    public void Forget(LedgerReader reader)
    {
        _chains.Clear();
        _names.Clear();
        Uncovered = null;
        NextSequence = reader.Count + 1;
    }

    private ChainState Remember(ChainState state)
    {
        if (_chains.Count >= MostChains)
        {
            _chains.Clear();
        }

        _chains[state.Name] = state;
        return state;
    }
}
