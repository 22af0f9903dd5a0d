namespace VoiceMed.LedgerClient.Storage;

/// <summary>How a file is opened that only its owner may read: keys, sealed records, credentials.</summary>
public static class OwnerOnlyFile
{
    /// <summary>Options for opening or making the file. On Windows the folder's own rights decide.</summary>
    /// <param name="mode">Whether it may, must or must not be there.</param>
    /// <param name="access">Default: writing.</param>
    /// <returns>New options, which the caller may change; others may read meanwhile.</returns>
    public static FileStreamOptions Options(FileMode mode, FileAccess access = FileAccess.Write)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access };
        if (!OperatingSystem.IsWindows() && mode is not (FileMode.Open or FileMode.Truncate))
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
