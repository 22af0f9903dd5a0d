using VoiceMed.LedgerClient.Storage;

namespace VoiceMed.Ledger.Keys;

/// <summary>Small files that only their owner may read: written whole under another name, made durable, then renamed.</summary>
internal static class SecretFile
{
    /// <summary>Makes a folder that only its owner may enter.</summary>
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Opens a file for reading and writing; a new one is for its owner only.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = OwnerOnlyFile.Options(mode, FileAccess.ReadWrite);
        options.BufferSize = 0;
        return new FileStream(path, options);
    }

    /// <summary>Writes a file at once: after a crash there is the old one or the new one, never a part.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + ".new";
        using (var stream = Open(temporary, FileMode.Create))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
