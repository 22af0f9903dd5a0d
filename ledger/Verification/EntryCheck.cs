using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Entries;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Ledger.Verification;

/// <summary>Checks every entry in the order of writing, and what is derived from it. One use.</summary>
internal sealed class EntryCheck(ProblemList problems)
{
    private const int BatchSize = 1024;

    private readonly Dictionary<string, ChainState> _chains = new(StringComparer.Ordinal);
    private readonly Registry _registry = Registry.Empty();
    private readonly HashSet<string> _erased = new(StringComparer.Ordinal);
    private readonly HashSet<string> _destroyed = new(StringComparer.Ordinal);
    private DerivedCheck? _derived;

    /// <summary>How many entries were read.</summary>
    public long Count { get; private set; }

    /// <summary>How many chains they stand in.</summary>
    public int Chains => _chains.Count;

    /// <summary>How many patients were erased by rule.</summary>
    public int Erased => _erased.Count;

    /// <summary>What is being checked, for problems that end the check.</summary>
    public string Current { get; private set; } = "file";

    /// <summary>Who is in the channel according to the entries.</summary>
    public Registry Registry => _registry;

    /// <summary>The ends of the chains as they follow from the entries.</summary>
    public IReadOnlyDictionary<string, ChainState> Ends => _chains;

    /// <summary>Checks all entries.</summary>
    public void Run(LedgerReader reader, IProgress<long>? progress, CancellationToken cancellation)
    {
        _derived = new DerivedCheck(reader, problems);
        for (var last = 0L; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = reader.Connection.Rows(
                """
                SELECT e.seq, e.header, e.payload, s.signature, v.content
                FROM entries e LEFT JOIN signatures s ON s.seq = e.seq LEFT JOIN vault v ON v.seq = e.seq
                WHERE e.seq > @a ORDER BY e.seq LIMIT @b
                """,
                static row => new Row(
                    LedgerReader.ToEntry(row),
                    row.IsDBNull(3) ? [] : row.GetFieldValue<byte[]>(3),
                    row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4)),
                last, BatchSize);
            if (batch.Count == 0)
            {
                break;
            }

            CheckBatch(reader, batch);
            last = batch[^1].Entry.Sequence;
            progress?.Report(Count);
        }

        foreach (var scope in _destroyed.Except(_erased))
        {
            problems.Add(scope, "its key was destroyed, but no entry says that it was erased.");
        }

        Current = "derived tables";
        _derived.Finish(Count);
    }

    private void CheckBatch(LedgerReader reader, List<Row> batch)
    {
        var signed = new List<(string Where, byte[] Hash, byte[] Signature, byte[] Key)>(batch.Count);
        foreach (var row in batch)
        {
            Count++;
            if (row.Entry.Sequence != Count)
            {
                problems.Add($"entry {Count} of the ledger", "it is missing.");
                Count = row.Entry.Sequence;
            }

            CheckOne(reader, row, signed);
        }

        var good = new bool[signed.Count];
        Parallel.For(0, signed.Count, static () => new KeyCache(), (i, _, keys) =>
        {
            good[i] = keys.IsGood(signed[i].Key, signed[i].Hash, signed[i].Signature);
            return keys;
        }, static keys => keys.Dispose());
        for (var i = 0; i < good.Length; i++)
        {
            if (!good[i])
            {
                problems.Add(signed[i].Where, "its signature does not hold.");
            }
        }
    }

    private void CheckOne(LedgerReader reader, Row row, List<(string Where, byte[] Hash, byte[] Signature, byte[] Key)> signed)
    {
        var entry = row.Entry;
        EntryHeader header;
        try
        {
            header = entry.Header;
        }
        catch (FormatException e)
        {
            problems.Add($"entry {entry.Sequence} of the ledger", e.Message);
            return;
        }

        Current = $"{header.Chain} #{header.Index}";
        var chain = _chains.TryGetValue(header.Chain, out var known) ? known : _chains[header.Chain] = new ChainState(reader.ChainId(header.Chain) ?? -1, header.Chain);
        if (header.Index != chain.Size || !header.Previous.AsSpan().SequenceEqual(chain.Head))
        {
            problems.Add(Current, $"it does not continue its chain, which has {chain.Size} entries before it.");
        }

        if (!SHA256.HashData(entry.Stored).AsSpan().SequenceEqual(header.Stored))
        {
            problems.Add(Current, "its content is not the one that was signed.");
        }

        var attachment = row.Attachment is null ? [] : SHA256.HashData(row.Attachment);
        if (!attachment.AsSpan().SequenceEqual(header.Attachment))
        {
            problems.Add(Current, "its document is not the one that was signed.");
        }

        if (!_registry.Keys.TryGetValue(header.Writer, out var key) && !TryFound(header, entry, out key))
        {
            problems.Add(Current, $"it is signed with '{header.Writer}', a key that nobody admitted before it.");
        }
        else if (key!.Revoked)
        {
            problems.Add(Current, $"it is signed with '{header.Writer}', which was revoked before it.");
        }
        else
        {
            signed.Add((Current, entry.Hash, row.Signature, key.PublicKey));
        }

        CheckContent(reader, entry, header, chain);
    }

    private void CheckContent(LedgerReader reader, StoredEntry entry, EntryHeader header, ChainState chain)
    {
        byte[]? payload = null;
        try
        {
            payload = reader.Open(entry);
            if (header.Chain.StartsWith("channel/", StringComparison.Ordinal))
            {
                _registry.Apply(header.Kind, payload);
            }
        }
        catch (LedgerRejectedException)
        {
            _destroyed.Add(ChainName.KeyScope(header.Chain)!);
        }
        catch (Exception e) when (e is LedgerTamperedException or System.Text.Json.JsonException)
        {
            problems.Add(Current, e.Message);
        }

        if (header.Kind == Erasure.Tombstone.Kind)
        {
            _erased.Add(ChainName.KeyScope(header.Chain)!);
        }

        _derived!.Entry(entry, header, chain, payload);
    }

    /// <summary>The genesis names the keys it is signed with; that they are the right ones is decided by the pinned council.</summary>
    private bool TryFound(EntryHeader header, StoredEntry entry, out WriterKey? key)
    {
        if (_registry.Genesis is null && header.Kind == Genesis.Kind && header.Sealing == Sealing.None)
        {
            try
            {
                _registry.Apply(header.Kind, entry.Stored);
            }
            catch (System.Text.Json.JsonException e)
            {
                problems.Add(Current, e.Message);
            }
        }

        return _registry.Keys.TryGetValue(header.Writer, out key);
    }

    private sealed record Row(StoredEntry Entry, byte[] Signature, byte[]? Attachment);
}
