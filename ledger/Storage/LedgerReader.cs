using Microsoft.Data.Sqlite;
using NodaTime;
using VoiceMed.Ledger.Keys;
using VoiceMed.LedgerClient.Entries;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Merkle;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Storage;

/// <summary>
/// Reads the ledger at one moment: everything asked of one reader is of the same state. Obtained from
/// <see cref="LedgerStore.Read{T}"/> and valid only inside it; not thread-safe.
/// </summary>
public class LedgerReader
{
    private const string EntryColumns = "e.seq, e.header, e.payload";

    // What one question opens for the decision it mostly opens again for the answer.
    private const int MostOpened = 256;
    private Dictionary<long, byte[]>? _opened;

    internal LedgerReader(LedgerConnection connection, ContentKeys keys)
    {
        Connection = connection;
        Keys = keys;
    }

    internal LedgerConnection Connection { get; }

    internal ContentKeys Keys { get; }

    /// <summary>How many entries the ledger holds.</summary>
    public long Count => (long?)Connection.Scalar("SELECT max(seq) FROM entries") ?? 0;

    /// <summary>How many entries a chain has; 0 when there is no such chain.</summary>
    public long Length(string chain) => ChainId(chain) is { } id ? LengthOf(id) : 0;

    /// <summary>The names of all chains that begin with a prefix, in order.</summary>
    public IReadOnlyList<string> Chains(string prefix = "") => Connection.Rows(
        "SELECT name FROM chains WHERE name >= @a AND name < @b ORDER BY name",
        static row => row.GetString(0), prefix, prefix + char.MaxValue);

    /// <summary>The entry at a place of a chain, or null.</summary>
    public StoredEntry? Find(string chain, long index) => ChainId(chain) is { } id && index >= 0
        ? Connection.Row(
            $"SELECT {EntryColumns} FROM nodes n JOIN entries e ON e.seq = n.seq WHERE n.chain = @a AND n.position = @b",
            ToEntry, id, MerklePosition.OfLeaf(index))
        : null;

    /// <summary>The entry at a place among all entries, from 1, or null.</summary>
    public StoredEntry? Find(long sequence) =>
        Connection.Row($"SELECT {EntryColumns} FROM entries e WHERE e.seq = @a", ToEntry, sequence);

    /// <summary>The newest entry that is filed under a label, for example <c>document:doc-17</c>, or null.</summary>
    public StoredEntry? FindLabel(string label) => Connection.Row(
        $"SELECT {EntryColumns} FROM labels l JOIN entries e ON e.seq = l.seq WHERE l.tag = @a ORDER BY l.seq DESC LIMIT 1",
        ToEntry, LabelTag(label));

    /// <summary>All entries that are filed under a label, oldest first.</summary>
    public IReadOnlyList<StoredEntry> WithLabel(string label) => Connection.Rows(
        $"SELECT {EntryColumns} FROM labels l JOIN entries e ON e.seq = l.seq WHERE l.tag = @a ORDER BY l.seq", ToEntry, LabelTag(label));

    /// <summary>The number of the newest entry that is filed under a label; 0 for none.</summary>
    public long NewestOf(string label) => (long?)Connection.Scalar("SELECT max(seq) FROM labels WHERE tag = @a", LabelTag(label)) ?? 0;

    /// <summary>When the newest fact of a chain happened, or null when it has none.</summary>
    public Instant? NewestFact(string chain) =>
        ChainId(chain) is { } id && Connection.Scalar("SELECT max(at) FROM facts WHERE chain = @a", id) is long at
            ? Instant.FromUnixTimeMilliseconds(at)
            : null;

    /// <summary>
    /// A chain's entries of one kind that no later entry supersedes, newest fact first.
    /// </summary>
    /// <param name="chain">The chain.</param>
    /// <param name="kind">The kind, or what its projection is filed under, see <see cref="EntryProjection.Filing"/>.</param>
    /// <param name="from">The earliest fact, inclusive; null for no bound.</param>
    /// <param name="until">The latest fact, exclusive; null for no bound.</param>
    /// <param name="count">At most so many; null for all.</param>
    public IReadOnlyList<StoredEntry> Query(string chain, string kind, Instant? from = null, Instant? until = null, int? count = null)
    {
        if (ChainId(chain) is not { } chainId || NameId(kind) is not { } kindId)
        {
            return [];
        }

        return Connection.Rows(
            $"""
            SELECT {EntryColumns} FROM facts f JOIN entries e ON e.seq = f.seq
            WHERE f.chain = @a AND f.kind = @b AND f.at >= @c AND f.at < @d ORDER BY f.at DESC, f.seq DESC LIMIT @e
            """,
            ToEntry,
            chainId,
            kindId,
            from?.ToUnixTimeMilliseconds() ?? long.MinValue,
            until?.ToUnixTimeMilliseconds() ?? long.MaxValue,
            count ?? -1);
    }

    /// <summary>How many entries <see cref="Query"/> would find without a limit.</summary>
    public long CountOf(string chain, string kind, Instant? from = null, Instant? until = null) =>
        ChainId(chain) is { } chainId && NameId(kind) is { } kindId
            ? (long)Connection.Scalar(
                "SELECT count(*) FROM facts WHERE chain = @a AND kind = @b AND at >= @c AND at < @d",
                chainId, kindId, from?.ToUnixTimeMilliseconds() ?? long.MinValue, until?.ToUnixTimeMilliseconds() ?? long.MaxValue)!
            : 0;

    /// <summary>A chain's entries in their order.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="from">The first place.</param>
    /// <param name="count">At most so many; null for all.</param>
    public IReadOnlyList<StoredEntry> Walk(string chain, long from = 0, int? count = null) => ChainId(chain) is { } id
        ? Connection.Rows(
            $"""
            SELECT {EntryColumns} FROM nodes n JOIN entries e ON e.seq = n.seq
            WHERE n.chain = @a AND n.position >= @b AND n.seq IS NOT NULL ORDER BY n.position LIMIT @c
            """,
            ToEntry, id, MerklePosition.OfLeaf(from), count ?? -1)
        : [];

    /// <summary>What one key signed, newest first.</summary>
    public IReadOnlyList<StoredEntry> WrittenBy(string writer, int? count = null) => Named("written", "writer", writer, count);

    /// <summary>The entries that speak of one account, newest first.</summary>
    public IReadOnlyList<StoredEntry> ActedBy(string account, int? count = null) => Named("acted", "actor", account, count);

    /// <summary>The entry that was delivered under an idempotency key, or null.</summary>
    public StoredEntry? FindDelivery(string source, string idempotencyKey) => Connection.Row(
        $"SELECT {EntryColumns} FROM deliveries d JOIN entries e ON e.seq = d.seq WHERE d.tag = @a",
        ToEntry, DeliveryTag(source, idempotencyKey));

    /// <summary>The entry's signature: algorithm, r, s.</summary>
    public byte[] Signature(StoredEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return (byte[])(Connection.Scalar("SELECT signature FROM signatures WHERE seq = @a", entry.Sequence) ?? Array.Empty<byte>());
    }

    /// <summary>The readable payload, checked against the entry's commitment.</summary>
    /// <exception cref="LedgerRejectedException">Its key was destroyed: code <c>patient.erased</c>.</exception>
    /// <exception cref="LedgerTamperedException">The payload is not the one that was written.</exception>
    public byte[] Open(StoredEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var header = Decoded(entry);
        if (header.Sealing == Sealing.None)
        {
            return EntryOpening.Opens(header, [], entry.Stored) ? entry.Stored : throw Damaged(entry);
        }

        // The key first, also for what was opened before: what is erased is not to be read.
        var key = ContentKey(header.Chain);
        if ((entry.Opened ??= _opened?.GetValueOrDefault(entry.Sequence)) is { } opened)
        {
            return opened;
        }

        var plain = Seal.Open(Seal.Key(key, "payload"), entry.Stored, Seal.Place(header.Kind, header.Chain, header.Index));
        if (plain is null || !EntryOpening.Opens(header, Seal.OpeningKey(key, header.Chain, header.Index), plain))
        {
            throw Damaged(entry);
        }

        // In a transaction a number may be taken back and given to another entry.
        if (this is not LedgerTransaction && (_opened ??= []).Count < MostOpened)
        {
            _opened[entry.Sequence] = plain;
        }

        return entry.Opened = plain;
    }

    /// <summary>True when the entry's content cannot be read any more because its key was destroyed.</summary>
    public bool IsErased(StoredEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var header = Decoded(entry);
        return header.Sealing != Sealing.None && ChainName.KeyScope(header.Chain) is { } scope && Keys.IsDestroyed(scope);
    }

    /// <summary>The opening key of the entry's commitment; empty when it is not sealed.</summary>
    public byte[] OpeningKey(StoredEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var header = Decoded(entry);
        return header.Sealing == Sealing.None ? [] : Seal.OpeningKey(ContentKey(header.Chain), header.Chain, header.Index);
    }

    /// <summary>The document that was appended with an entry, or null.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="name">The document's identifier, to which its sealing is bound.</param>
    public byte[]? Attachment(StoredEntry entry, string name)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var header = Decoded(entry);
        if (Connection.Scalar("SELECT content FROM vault WHERE seq = @a", entry.Sequence) is not byte[] stored)
        {
            return header.Attachment.Length == 0 ? null : throw Damaged(entry);
        }

        return Seal.Open(Seal.Key(ContentKey(header.Chain), "vault"), stored, Seal.Place("vault", name, 0)) ?? throw Damaged(entry);
    }

    /// <summary>The newest signed checkpoint, or null before the first.</summary>
    public SignedCheckpoint? NewestCheckpoint() =>
        Connection.Row("SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1", static row => CheckpointNote.Read(row.GetString(0)));

    /// <summary>All signed checkpoints, oldest first.</summary>
    public IReadOnlyList<SignedCheckpoint> Checkpoints() =>
        Connection.Rows("SELECT note FROM checkpoints ORDER BY size", static row => CheckpointNote.Read(row.GetString(0)));

    internal static StoredEntry ToEntry(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetFieldValue<byte[]>(2));

    internal long? ChainId(string chain) => (long?)Connection.Scalar("SELECT id FROM chains WHERE name = @a", chain);

    internal long? NameId(string name) => (long?)Connection.Scalar("SELECT id FROM names WHERE name = @a", name);

    internal long LengthOf(long chainId) =>
        (long?)Connection.Scalar("SELECT max(position) FROM nodes WHERE chain = @a", chainId) is { } last ? MerklePosition.LeavesOf(last + 1) : 0;

    /// <summary>The Merkle tree of a chain (0 for the channel's tree of heads); each node is read once.</summary>
    internal MerkleTree Tree(long chainId)
    {
        var known = new Dictionary<long, byte[]>();
        return new MerkleTree((level, index) =>
        {
            var position = MerklePosition.OfNode(level, index);
            if (!known.TryGetValue(position, out var hash))
            {
                hash = (byte[]?)Connection.Scalar("SELECT hash FROM nodes WHERE chain = @a AND position = @b", chainId, position)
                    ?? throw new LedgerTamperedException(
                        "chain.node-missing", $"Node {position} of chain {chainId} is missing; run 'voicemed ledger verify'.");
                known.Add(position, hash);
            }

            return hash;
        });
    }

    internal byte[] DeliveryTag(string source, string idempotencyKey) =>
        Seal.Key(Keys.Derived("delivery"), source + "\0" + idempotencyKey);

    internal byte[] LabelTag(string label) => Seal.Key(Keys.Derived("label"), label)[..16];

    private static EntryHeader Decoded(StoredEntry entry)
    {
        try
        {
            return entry.Header;
        }
        catch (FormatException e)
        {
            throw new LedgerTamperedException("entry.damaged", $"Entry {entry.Sequence}: {e.Message}", e);
        }
    }

    private static LedgerTamperedException Damaged(StoredEntry entry) => new(
        "entry.damaged", $"The content of {entry.Header.Chain} #{entry.Header.Index} is not what was written; run 'voicemed ledger verify'.");

    private byte[] ContentKey(string chain)
    {
        var scope = ChainName.KeyScope(chain)
            ?? throw new LedgerTamperedException("entry.damaged", $"An entry of {chain} is sealed, which that chain's never are.");
        return Keys.Find(scope) ?? throw (Keys.IsDestroyed(scope)
            ? ContentKeys.Erased()
            : new LedgerTamperedException("keys.missing", $"The key of {scope} is not in the key file; restore content.keys from its backup."));
    }

    private IReadOnlyList<StoredEntry> Named(string table, string column, string name, int? count) => NameId(name) is { } id
        ? Connection.Rows(
            $"SELECT {EntryColumns} FROM {table} t JOIN entries e ON e.seq = t.seq WHERE t.{column} = @a ORDER BY t.seq DESC LIMIT @b",
            ToEntry, id, count ?? -1)
        : [];
}
