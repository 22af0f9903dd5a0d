using VoiceMed.LedgerClient.Merkle;

namespace VoiceMed.Ledger.Storage;

/// <summary>The end of a chain as the writer knows it: enough to append without reading. Not thread-safe.</summary>
internal sealed class ChainState(long id, string name)
{
    private readonly List<(int Level, byte[] Hash)> _peaks = [];

    /// <summary>The chain's row; 0 for the channel's tree.</summary>
    public long Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>How many leaves there are.</summary>
    public long Size { get; private set; }

    /// <summary>The last leaf's hash; empty at the start.</summary>
    public byte[] Head { get; private set; } = [];

    /// <summary>Reads the end of a chain: one look-up a complete subtree on its right edge.</summary>
    public static ChainState Load(LedgerReader reader, long id, string name)
    {
        var state = new ChainState(id, name) { Size = reader.LengthOf(id) };
        if (state.Size == 0)
        {
            return state;
        }

        var done = 0L;
        for (var level = 62; level >= 0; level--)
        {
            if ((state.Size >> level & 1) == 1)
            {
                state._peaks.Add((level, NodeAt(reader, id, MerklePosition.OfNode(level, done >> level))));
                done += 1L << level;
            }
        }

        state.Head = NodeAt(reader, id, MerklePosition.OfLeaf(state.Size - 1));
        return state;
    }

    /// <summary>Adds a leaf; <paramref name="add"/> gets every node that comes into being, by position.</summary>
    public void Append(byte[] leaf, Action<long, byte[]> add)
    {
        var position = MerklePosition.OfLeaf(Size);
        add(position, leaf);
        var (level, hash) = (0, leaf);
        while (_peaks.Count > 0 && _peaks[^1].Level == level)
        {
            hash = MerkleHash.Node(_peaks[^1].Hash, hash);
            _peaks.RemoveAt(_peaks.Count - 1);
            level++;
            add(position + level, hash);
        }

        _peaks.Add((level, hash));
        Head = leaf;
        Size++;
    }

    /// <summary>The root of the tree as it is now.</summary>
    public byte[] Root()
    {
        if (_peaks.Count == 0)
        {
            return MerkleHash.Empty();
        }

        var root = _peaks[^1].Hash;
        for (var i = _peaks.Count - 2; i >= 0; i--)
        {
            root = MerkleHash.Node(_peaks[i].Hash, root);
        }

        return root;
    }

    private static byte[] NodeAt(LedgerReader reader, long chain, long position) =>
        (byte[]?)reader.Connection.Scalar("SELECT hash FROM nodes WHERE chain = @a AND position = @b", chain, position)
        ?? throw new LedgerClient.Errors.LedgerTamperedException(
            "chain.node-missing", $"Node {position} of chain {chain} is missing; run 'voicemed ledger verify'.");
}
