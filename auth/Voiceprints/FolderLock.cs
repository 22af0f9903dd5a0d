namespace VoiceMed.Auth.Voiceprints;

/// <summary>
/// Keeps all others, other processes too, from changing a folder: the server follows a voice while somebody suspends it at the command line.
/// Freed by disposal, and by the system when the process dies.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const string FileName = ".lock";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <summary>Waits for the folder, which is made when it is missing.</summary>
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
