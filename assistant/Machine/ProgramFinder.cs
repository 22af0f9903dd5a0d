namespace VoiceMed.Assistant.Machine;

/// <summary>Looks for programs on <c>PATH</c>.</summary>
public static class ProgramFinder
{
    /// <summary>The program's full path, or null when it is on no folder of <c>PATH</c>.</summary>
    /// <param name="name">The program's name without a path, for example <c>espeak-ng</c>.</param>
    public static string? Find(string name)
    {
        var suffixes = OperatingSystem.IsWindows() ? new[] { ".exe", ".cmd", string.Empty } : [string.Empty];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => suffixes.Select(suffix => Path.Combine(folder, name + suffix))).FirstOrDefault(File.Exists);
    }
}
