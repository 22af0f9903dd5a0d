using VoiceMed.LedgerClient.Storage;

namespace VoiceMed.Auth.Voiceprints;

/// <summary>
/// Replaces a file as a whole or not at all: the new content goes to a temporary file beside it, is forced to the disk and then renamed.
/// Whatever interrupts it (no space, a crash, power), the old file stays as it was.
/// </summary>
internal static class AtomicFile
{
    public const string TemporarySuffix = ".tmp";

    /// <summary>Writes <paramref name="content"/>.</summary>
    /// <exception cref="IOException">It could not be written; the old file is untouched and no temporary file is left.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + TemporarySuffix;
        try
        {
            using (var stream = new FileStream(temporary, OwnerOnlyFile.Options(FileMode.Create)))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What made the writing fail is the better thing to report.
        }
    }
}
