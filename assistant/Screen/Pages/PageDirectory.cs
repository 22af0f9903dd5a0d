namespace VoiceMed.Assistant.Screen.Pages;

/// <summary>Finds the built pages. They are made by the set-up (<c>npm run build</c> in assistant/web), not kept in the repository.</summary>
public static class PageDirectory
{
    /// <summary>The folder of a page: under <c>VOICEMED_HOME</c>, beside the program, or in the source tree above it.</summary>
    /// <param name="page"><c>bedside</c> or <c>admin</c>.</param>
    /// <exception cref="DirectoryNotFoundException">The pages have not been built; the message says how.</exception>
    public static string Find(string page)
    {
        var candidates = new List<string>();
        if (Environment.GetEnvironmentVariable("VOICEMED_HOME") is { Length: > 0 } home)
        {
            candidates.Add(Path.Combine(home, "assistant", "wwwroot", page));
        }

        candidates.Add(Path.Combine(AppContext.BaseDirectory, "wwwroot", page));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            candidates.Add(Path.Combine(folder.FullName, "assistant", "wwwroot", page));
        }

        return candidates.Find(folder => File.Exists(Path.Combine(folder, "index.html")))
            ?? throw new DirectoryNotFoundException($"The {page} page is not built. Run ./voicemed setup, or 'npm ci --ignore-scripts && npm run build' in assistant/web.");
    }
}
