using System.Buffers.Binary;
using System.Text;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Entries;

namespace VoiceMed.Ledger.Verification;

/// <summary>
/// Says what lies on a page of the ledger's file, by walking SQLite's trees (sqlite.org/fileformat2.html) without SQLite, so
/// that it works on a damaged file too. What cannot be read is left out.
/// </summary>
internal sealed class PageMap
{
    private const int PageSize = PageDigests.PageSize;
    private const int MostLevels = 20;
    private const int MostNames = 4;

    // Tables without a rowid of their own end each row with the entry it belongs to.
    private static readonly HashSet<string> EndWithEntry = new(["nodes", "deliveries", "facts", "labels", "written", "acted"], StringComparer.Ordinal);

    // Of these the rowid is the entry's number.
    private static readonly HashSet<string> KeyedByEntry = new(["entries", "signatures", "vault"], StringComparer.Ordinal);

    private readonly byte[] _file;
    private readonly Dictionary<int, string> _owners = [];
    private readonly Dictionary<int, List<long>> _rows = [];
    private readonly Dictionary<long, string> _entries = [];

    /// <summary>Maps a file.</summary>
    public PageMap(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        _file = new byte[Math.Min(stream.Length, int.MaxValue / 2)];
        stream.ReadExactly(_file);
        var tables = new List<(string Name, int Root)>();
        Walk(1, "schema", 0, (_, payload) => AddTable(tables, payload));
        foreach (var (name, root) in tables)
        {
            Walk(root, name, 0, (row, payload) => AddEntry(name, row, payload));
        }
    }

    /// <summary>What lies on a page, the entries by name where it holds some.</summary>
    public string Describe(int page)
    {
        if (!_owners.TryGetValue(page, out var owner))
        {
            return $"page {page} (free or unreachable)";
        }

        var names = _rows.GetValueOrDefault(page, []).Select(row => _entries.GetValueOrDefault(row)).OfType<string>().Distinct().ToList();
        return names.Count == 0
            ? $"page {page} (table {owner})"
            : $"{string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? $" and {names.Count - MostNames} others" : string.Empty)} (table {owner})";
    }

    private void Walk(int page, string owner, int level, Action<long, ReadOnlyMemory<byte>> cell)
    {
        if (level > MostLevels || page < 1 || (long)page * PageSize > _file.Length || !_owners.TryAdd(page, owner))
        {
            return;
        }

        var bytes = _file.AsMemory((page - 1) * PageSize, PageSize);
        var header = page == 1 ? 100 : 0;
        var kind = bytes.Span[header];
        var leaf = kind is 0x0D or 0x0A;
        var cells = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[(header + 3)..]);
        var pointers = header + (leaf ? 8 : 12);
        if (kind is not (0x02 or 0x05 or 0x0A or 0x0D) || pointers + (2 * cells) > PageSize)
        {
            return;
        }

        for (var i = 0; i < cells; i++)
        {
            int at = BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[(pointers + (2 * i))..]);
            if (at < pointers || at > PageSize - 4)
            {
                continue;
            }

            if (!leaf)
            {
                Walk(BinaryPrimitives.ReadInt32BigEndian(bytes.Span[at..]), owner, level + 1, cell);
            }

            if (kind == 0x0D)
            {
                ReadCell(page, bytes, at, owner, cell);
            }
            else if (kind != 0x05 && EndWithEntry.Contains(owner))
            {
                ReadIndexCell(page, bytes, leaf ? at : at + 4);
            }
        }

        if (!leaf)
        {
            Walk(BinaryPrimitives.ReadInt32BigEndian(bytes.Span[(header + 8)..]), owner, level + 1, cell);
        }
    }

    private void ReadCell(int page, ReadOnlyMemory<byte> bytes, int at, string owner, Action<long, ReadOnlyMemory<byte>> cell)
    {
        var length = ReadVarint(bytes.Span, ref at);
        var row = ReadVarint(bytes.Span, ref at);
        if (length < 0)
        {
            return;
        }

        // A table leaf keeps up to 4061 bytes; of a longer payload it keeps a share, and the rest follows on overflow pages.
        const int Most = PageSize - 35;
        const int Least = ((PageSize - 12) * 32 / 255) - 23;
        var local = length <= Most ? (int)length : Least + (int)((length - Least) % (PageSize - 4));
        local = length > Most && local > Most ? Least : local;
        var isEntry = KeyedByEntry.Contains(owner);
        if (isEntry)
        {
            AddRow(page, row);
        }

        if (at + local > PageSize)
        {
            return;
        }

        cell(row, bytes.Slice(at, local));
        if (length > Most && at + local + 4 <= PageSize)
        {
            var next = BinaryPrimitives.ReadInt32BigEndian(bytes.Span[(at + local)..]);
            while (next > 0 && (long)next * PageSize <= _file.Length && _owners.TryAdd(next, owner))
            {
                if (isEntry)
                {
                    AddRow(next, row);
                }

                next = BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan((next - 1) * PageSize));
            }
        }
    }

    private void ReadIndexCell(int page, ReadOnlyMemory<byte> bytes, int at)
    {
        var length = ReadVarint(bytes.Span, ref at);
        if (length < 1 || at + length > PageSize)
        {
            return;
        }

        var record = bytes.Slice(at, (int)length).Span;
        if (Columns(record) is [.., var last] && last.Length is > 0 and <= 8)
        {
            AddRow(page, ReadInteger(record.Slice(last.At, last.Length)));
        }
    }

    private void AddRow(int page, long row)
    {
        if (!_rows.TryGetValue(page, out var rows))
        {
            _rows.Add(page, rows = []);
        }

        rows.Add(row);
    }

    private static void AddTable(List<(string Name, int Root)> tables, ReadOnlyMemory<byte> payload)
    {
        var columns = Columns(payload.Span);
        if (columns.Count >= 4 && columns[3].Length is > 0 and <= 4)
        {
            var root = (int)ReadInteger(payload.Span.Slice(columns[3].At, columns[3].Length));
            tables.Add((Encoding.UTF8.GetString(payload.Span.Slice(columns[1].At, columns[1].Length)), root));
        }
    }

    private void AddEntry(string table, long row, ReadOnlyMemory<byte> payload)
    {
        if (table != "entries")
        {
            return;
        }

        var columns = Columns(payload.Span);
        if (columns.Count < 2)
        {
            return;
        }

        try
        {
            var header = EntryCodec.Decode(payload.Span.Slice(columns[1].At, columns[1].Length));
            _entries[row] = $"{header.Chain} #{header.Index}";
        }
        catch (FormatException)
        {
            _entries[row] = $"entry {row} of the ledger";
        }
    }

    /// <summary>Where the columns of a record lie, as far as they lie inside it.</summary>
    private static List<(int At, int Length)> Columns(ReadOnlySpan<byte> record)
    {
        var columns = new List<(int, int)>();
        var at = 0;
        var end = ReadVarint(record, ref at);
        var body = (int)Math.Clamp(end, 0, record.Length);
        while (at < end && at < record.Length)
        {
            var type = ReadVarint(record, ref at);
            var length = type switch
            {
                < 0 => 0,
                <= 4 => (int)type,
                5 => 6,
                6 or 7 => 8,
                < 12 => 0,
                _ => (int)Math.Min((type - 12) / 2, int.MaxValue),
            };
            if (length > record.Length - body)
            {
                break;
            }

            columns.Add((body, length));
            body += length;
        }

        return columns;
    }

    private static long ReadInteger(ReadOnlySpan<byte> bytes)
    {
        var value = 0L;
        foreach (var part in bytes)
        {
            value = (value << 8) | part;
        }

        return value;
    }

    private static long ReadVarint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0L;
        for (var i = 0; i < 9 && at < bytes.Length; i++)
        {
            var part = bytes[at++];
            if (i == 8)
            {
                return (value << 8) | part;
            }

            value = (value << 7) | (uint)(part & 0x7F);
            if (part < 0x80)
            {
                return value;
            }
        }

        return value;
    }
}
