using System.Buffers.Binary;
using System.Security.Cryptography;

namespace VoiceMed.Ledger.Storage;

/// <summary>
/// SHA-256 of every page of the ledger's file, in a file of its own: so that every byte counts, also those no entry
/// speaks for (free space in pages, free pages, indexes, SQLite's header).
/// </summary>
/// <remarks>
/// SQLite changes its file only when the write-ahead log goes into it, which only the writer does. The digests are brought up
/// to date after that and before the log is used again; after a crash in between, the log is still there to say which pages
/// to do again. Layout: "VMPG", version 1, page size, 20 bytes zero, then 32 bytes a page. One user at a time.
/// </remarks>
internal sealed class PageDigests : IDisposable
{
    /// <summary>The size of a page of the ledger's file, in bytes.</summary>
    public const int PageSize = 4096;

    private const int HeaderSize = 32;
    private const int DigestSize = 32;

    // Held open as long as the ledger is: closing any descriptor of a file drops this process's POSIX locks on it, SQLite's too.
    private readonly FileStream _file;
    private readonly FileStream _digests;

    /// <summary>Opens the digests of a ledger's file, which must exist, for keeping them up to date.</summary>
    public PageDigests(string ledgerFile)
    {
        _file = OpenShared(ledgerFile);
        _digests = new FileStream(PathOf(ledgerFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
    }

    public static string PathOf(string ledgerFile) => ledgerFile + ".pages";

    /// <summary>Brings the digests of some pages up to date, and of all pages that have none yet.</summary>
    public void Update(IEnumerable<int> changed)
    {
        if (_digests.Length < HeaderSize)
        {
            _digests.Position = 0;
            _digests.Write(Header());
        }

        var pages = (int)(_file.Length / PageSize);
        var known = (int)((_digests.Length - HeaderSize) / DigestSize);
        var page = new byte[PageSize];
        foreach (var number in changed.Where(n => n >= 1 && n <= Math.Min(pages, known)).Concat(Enumerable.Range(known + 1, Math.Max(0, pages - known))))
        {
            _digests.Position = PositionOf(number);
            _digests.Write(Digest(_file, number, page));
        }

        _digests.SetLength(PositionOf(pages + 1));
        _digests.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        _file.Dispose();
        _digests.Dispose();
    }

    /// <summary>The pages, from 1, whose content has another digest than was noted; 0 stands for the digests' own header or length.</summary>
    /// <param name="ledgerFile">The ledger's file, not in use by this process.</param>
    /// <param name="except">Pages whose newest content is still in the write-ahead log.</param>
    public static IEnumerable<int> Differing(string ledgerFile, IReadOnlySet<int> except)
    {
        using var file = OpenShared(ledgerFile);
        using var digests = new FileStream(PathOf(ledgerFile), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        var header = new byte[HeaderSize];
        var pages = (file.Length + PageSize - 1) / PageSize;
        if (digests.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize
            || !header.AsSpan().SequenceEqual(Header())
            || (except.Count == 0 && (digests.Length != PositionOf((int)pages + 1) || file.Length % PageSize != 0)))
        {
            yield return 0;
        }

        var page = new byte[PageSize];
        var noted = new byte[DigestSize];
        for (var number = 1; number <= pages; number++)
        {
            digests.Position = PositionOf(number);
            if (digests.ReadAtLeast(noted, DigestSize, throwOnEndOfStream: false) < DigestSize)
            {
                yield break;
            }

            if (!except.Contains(number) && !Digest(file, number, page).AsSpan().SequenceEqual(noted))
            {
                yield return number;
            }
        }
    }

    private static FileStream OpenShared(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private static byte[] Digest(FileStream file, int number, byte[] page)
    {
        file.Position = (number - 1L) * PageSize;
        var read = file.ReadAtLeast(page, PageSize, throwOnEndOfStream: false);
        return SHA256.HashData(page.AsSpan(0, read));
    }

    private static long PositionOf(int page) => HeaderSize + ((page - 1L) * DigestSize);

    private static byte[] Header()
    {
        var header = new byte[HeaderSize];
        "VMPG"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 1);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), PageSize);
        return header;
    }
}
