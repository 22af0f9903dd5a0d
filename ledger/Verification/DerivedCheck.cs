using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Entries;

namespace VoiceMed.Ledger.Verification;

/// <summary>
/// Derives the Merkle nodes and projections of each entry again and compares them with the file; at the end it counts the rows,
/// so that nothing is there that no entry accounts for. One use.
/// </summary>
internal sealed class DerivedCheck(LedgerReader reader, ProblemList problems)
{
    private static readonly string[] Counted = ["signatures", "deliveries", "facts", "labels", "written", "acted", "vault"];

    private readonly Dictionary<string, long> _rows = Counted.ToDictionary(static table => table, static _ => 0L, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _unfiled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long?> _names = new(StringComparer.Ordinal);
    private long _nodes;

    /// <summary>Compares what one entry gives rise to.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="header">Its header.</param>
    /// <param name="chain">Its chain before it.</param>
    /// <param name="payload">Its readable payload; null when that cannot be had.</param>
    public void Entry(StoredEntry entry, EntryHeader header, ChainState chain, byte[]? payload)
    {
        var where = $"{header.Chain} #{header.Index}";
        var leaf = MerklePosition.OfLeaf(chain.Size);
        chain.Append(entry.Hash, (position, hash) => Node(where, chain.Id, position, hash, position == leaf ? entry.Sequence : null));

        Expect("signatures", where, "SELECT count(*) FROM signatures WHERE seq = @a", entry.Sequence);
        Expect("written", where, "SELECT count(*) FROM written WHERE writer = @a AND seq = @b", Name(header.Writer), entry.Sequence);
        if (header.Attachment.Length > 0)
        {
            _rows["vault"]++;
        }

        if (header.Delivery.Length > 0)
        {
            Expect("deliveries", where, "SELECT count(*) FROM deliveries WHERE tag = @a AND seq = @b", header.Delivery, entry.Sequence);
        }

        Fact(entry, header, chain, payload, where);
        if (header.Supersedes.Length > 0 && !_unfiled.Remove(Convert.ToHexStringLower(header.Supersedes)))
        {
            problems.Add(where, "the entry it corrects is still filed as if it were not corrected, or is not there.");
        }
    }

    /// <summary>Counts what is there.</summary>
    public void Finish(long entries)
    {
        foreach (var where in _unfiled.Values)
        {
            problems.Add(where, "queries do not find it: its row in facts is missing.");
        }

        _rows["signatures"] = entries;
        foreach (var (table, expected) in _rows)
        {
            Count(table, $"SELECT count(*) FROM {table}", expected);
        }

        Count("nodes", "SELECT count(*) FROM nodes WHERE chain <> 0", _nodes);
    }

    private void Fact(StoredEntry entry, EntryHeader header, ChainState chain, byte[]? payload, string where)
    {
        var projection = payload is null ? null : EntryProjection.Of(header.Kind, payload);
        var rows = projection is null
            ? (long)reader.Connection.Scalar("SELECT count(*) FROM facts WHERE chain = @a AND seq = @b", chain.Id, entry.Sequence)!
            : (long)reader.Connection.Scalar(
                "SELECT count(*) FROM facts WHERE chain = @a AND kind = @b AND at = @c AND seq = @d",
                chain.Id, Name(projection.Filing ?? header.Kind), (projection.At ?? header.Time).ToUnixTimeMilliseconds(), entry.Sequence)!;
        if (rows == 1)
        {
            _rows["facts"]++;
        }
        else
        {
            _unfiled[Convert.ToHexStringLower(entry.Hash)] = where;
        }

        if (projection?.Label is { } label)
        {
            Expect("labels", where, "SELECT count(*) FROM labels WHERE tag = @a AND seq = @b", reader.LabelTag(label), entry.Sequence);
        }
        else if (projection is null)
        {
            _rows["labels"] += (long)reader.Connection.Scalar("SELECT count(*) FROM labels WHERE seq = @a", entry.Sequence)!;
        }

        if (projection?.Actor is { } actor)
        {
            Expect("acted", where, "SELECT count(*) FROM acted WHERE actor = @a AND seq = @b", Name(actor), entry.Sequence);
        }
    }

    private void Node(string where, long chain, long position, byte[] hash, long? sequence)
    {
        _nodes++;
        var found = reader.Connection.Row(
            "SELECT hash, seq FROM nodes WHERE chain = @a AND position = @b",
            static row => (Hash: row.GetFieldValue<byte[]>(0), Sequence: row.IsDBNull(1) ? (long?)null : row.GetInt64(1)), chain, position);
        if (found.Hash is null || !found.Hash.AsSpan().SequenceEqual(hash) || found.Sequence != sequence)
        {
            problems.Add(where, $"node {position} of its chain's Merkle tree is not what follows from the entries.");
        }
    }

    private void Expect(string table, string where, string sql, params ReadOnlySpan<object> values)
    {
        _rows[table]++;
        if ((long)reader.Connection.Scalar(sql, values)! != 1)
        {
            problems.Add(where, $"its row in {table} is missing or wrong.");
        }
    }

    private void Count(string table, string sql, long expected)
    {
        var found = (long)reader.Connection.Scalar(sql)!;
        if (found != expected)
        {
            problems.Add($"table {table}", $"it has {found} rows; {expected} follow from the entries.");
        }
    }

    private object Name(string name)
    {
        if (!_names.TryGetValue(name, out var id))
        {
            id = reader.NameId(name);
            _names[name] = id;
        }

        return id is { } known ? known : DBNull.Value;
    }
}
