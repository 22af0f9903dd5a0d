namespace VoiceMed.Auth.Tests.Support;

/// <summary>Where the tests find what lies beside them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string SpeakerModel => Path.Combine(Root, "models", "speaker-voicemed-0.1");

    public static string DemoAudio => Path.Combine(Root, "demo", "audio");

    /// <summary>Recordings of real people that are not part of the repository.</summary>
    public static string DevSpeakers => Path.Combine(Root, "..", "shared", "audio", "speakers", "dev");

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "VoiceMed.sln")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run inside the repository.");
    }
}
