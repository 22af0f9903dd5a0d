namespace VoiceMed.Speech.Tests.Support;

/// <summary>Where the project's files lie, seen from the test's folder.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public static string Models => Path.Combine(Root, "models");

    public static string Model(string language) => Path.Combine(Models, $"vosk-voicemed-small-{language}-0.1");

    public static string DemoAudio => Path.Combine(Root, "demo", "audio");

    /// <summary>The held-out commands, which only some machines have.</summary>
    public static string Commands(string language) => Path.Combine(Root, "..", "shared", "audio", "commands", language);

    private static string Above(string start)
    {
        var folder = new DirectoryInfo(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VoiceMed.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must lie inside the project.");
    }
}
