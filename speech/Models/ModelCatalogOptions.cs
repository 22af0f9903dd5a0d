namespace VoiceMed.Speech.Models;

/// <summary>Where models are looked for.</summary>
public sealed record ModelCatalogOptions
{
    /// <summary>The folder with <c>models.json</c> and the bundled models.</summary>
    public required string BundledFolder { get; init; }

    /// <summary>The folder that <c>voicemed models install</c> fills.</summary>
    public required string InstalledFolder { get; init; }

    /// <summary>Further folders, each a model or a folder of models; from the environment variable <c>VOICEMED_MODELS</c>.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>
    /// Takes the folders from the environment: <c>VOICEMED_HOME</c> (else the nearest folder above the program or the
    /// current one that holds <c>models/models.json</c>), <c>VOICEMED_DATA</c> (else <c>.voicemed</c> in the former) and <c>VOICEMED_MODELS</c>.
    /// </summary>
    public static ModelCatalogOptions FromEnvironment() =>
        FromEnvironment(Environment.GetEnvironmentVariable, AppContext.BaseDirectory, Directory.GetCurrentDirectory());

    /// <summary>Like <see cref="FromEnvironment()"/>, for the given environment and folders.</summary>
    public static ModelCatalogOptions FromEnvironment(Func<string, string?> environment, string baseDirectory, string currentDirectory)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var home = environment("VOICEMED_HOME") is { Length: > 0 } named
            ? named
            : HomeAbove(baseDirectory) ?? HomeAbove(currentDirectory) ?? currentDirectory;
        var data = environment("VOICEMED_DATA") is { Length: > 0 } chosen ? chosen : Path.Combine(home, ".voicemed");
        return new ModelCatalogOptions
        {
            BundledFolder = Path.Combine(home, "models"),
            InstalledFolder = Path.Combine(data, "models"),
            Folders = (environment("VOICEMED_MODELS") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private static string? HomeAbove(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "models", ModelCatalog.FileName)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
