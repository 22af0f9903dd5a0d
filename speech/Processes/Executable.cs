namespace VoiceMed.Speech.Processes;

/// <summary>Finds installed programs.</summary>
internal static class Executable
{
    /// <summary>The first file called <paramref name="name"/> in the folders of PATH, or <see langword="null"/>.</summary>
    internal static string? Find(string name) => Find(name, Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Like <see cref="Find(string)"/> with the given folders, in the form of PATH.</summary>
    internal static string? Find(string name, string? folders)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (folders ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}
