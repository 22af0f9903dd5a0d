using System.Buffers.Binary;

namespace VoiceMed.Ledger.Storage;

/// <summary>Reads which pages a SQLite write-ahead log holds (sqlite.org/fileformat2.html#walformat). Thread-safe.</summary>
internal static class WriteAheadLog
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;

    /// <summary>The numbers, from 1, of all pages with a frame of the log's current generation; none when there is no log.</summary>
    public static IReadOnlySet<int> Pages(string ledgerFile)
    {
        var pages = new HashSet<int>();
        var path = ledgerFile + "-wal";
        if (!File.Exists(path))
        {
            return pages;
        }

        using var log = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Span<byte> header = stackalloc byte[HeaderSize];
        if (log.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize)
        {
            return pages;
        }

        var pageSize = BinaryPrimitives.ReadInt32BigEndian(header[8..]);
        var salts = header[16..24];
        Span<byte> frame = stackalloc byte[FrameHeaderSize];
        for (var at = (long)HeaderSize; pageSize > 0 && at + FrameHeaderSize + pageSize <= log.Length; at += FrameHeaderSize + pageSize)
        {
            log.Position = at;
            log.ReadExactly(frame);
            if (!frame[8..16].SequenceEqual(salts))
            {
                break;
            }

            pages.Add(BinaryPrimitives.ReadInt32BigEndian(frame));
        }

        return pages;
    }
}
