namespace VoiceMed.Assistant.Hosting;

/// <summary>Where the program's own read-only content lies: models, intent packs, policy, demo clips, pages.</summary>
public static class InstallFolder
{
    private const string Marker = "VoiceMed.sln";

    /// <summary>
    /// Finds the folder: <c>VOICEMED_HOME</c> where it is set (the launcher sets it), else the nearest folder above the
    /// program that holds the solution, else the program's own folder.
    /// </summary>
    /// <returns>An absolute path.</returns>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable("VOICEMED_HOME") is { Length: > 0 } home)
        {
            return Path.GetFullPath(home);
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, Marker)))
            {
                return at.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
