namespace VoiceMed.Speech.Audio;

/// <summary>Opens files of sound.</summary>
internal static class AudioFile
{
    /// <summary>Opens <paramref name="path"/> for reading from the start.</summary>
    /// <exception cref="AudioException">There is no such file, or it may not be read.</exception>
    internal static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new AudioException($"{path} is a folder, not a file of sound.");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 4_096, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new AudioException($"{path} does not exist.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new AudioException($"{path} cannot be opened: {e.Message}", e);
        }
    }
}
