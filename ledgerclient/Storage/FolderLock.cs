namespace VoiceMed.LedgerClient.Storage;

/// <summary>
/// Keeps all others, other processes on this machine too, from changing a folder: whatever is checked under it still holds when it is acted
/// upon. Held by an open file (<c>.lock</c>), so that the system frees it when the process dies; readers need none. Disposal frees it.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private const string FileName = ".lock";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Waits for the folder, which is made when it is missing. Not re-entrant: a second call by its holder waits, too.</summary>
    /// <exception cref="IOException">The folder cannot be used, or somebody held it for five seconds.</exception>
    public static FolderLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        FileStream? file = null;
        return SpinWait.SpinUntil(() => (file = Open(path)) is not null, Longest)
            ? new FolderLock(file!)
            : throw new IOException("another program has kept it from being changed for five seconds");
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}
