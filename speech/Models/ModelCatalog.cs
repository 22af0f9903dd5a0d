using System.Text.Json;
using System.Text.Json.Serialization;

namespace VoiceMed.Speech.Models;

/// <summary>The models there are (<c>models.json</c>) and those on this machine. Immutable but for the disk it looks at; thread-safe.</summary>
public sealed class ModelCatalog
{
    /// <summary>The catalogue's file name in the bundled models' folder.</summary>
    public const string FileName = "models.json";

    /// <summary>Ends the name of a folder that an installation is still filling, or had to leave behind.</summary>
    internal const string UnfinishedSuffix = ".unpacking";

    private const string SpeakerFile = "final.ext.raw";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private ModelCatalog(ModelCatalogOptions options, IReadOnlyList<ModelEntry> entries)
    {
        Options = options;
        Entries = entries;
    }

    /// <summary>Where models are looked for.</summary>
    public ModelCatalogOptions Options { get; }

    /// <summary>Every model of the catalogue, in the order of the file.</summary>
    public IReadOnlyList<ModelEntry> Entries { get; }

    /// <summary>Reads the catalogue of the folders that the environment names.</summary>
    /// <exception cref="ModelException">The catalogue is damaged.</exception>
    public static ModelCatalog Load() => Load(ModelCatalogOptions.FromEnvironment());

    /// <summary>Reads the catalogue; without one the models on the disk still serve.</summary>
    /// <exception cref="ModelException">The catalogue is damaged.</exception>
    public static ModelCatalog Load(ModelCatalogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var path = Path.Combine(options.BundledFolder, FileName);
        try
        {
            return new ModelCatalog(options, File.Exists(path) ? ReadEntries(path) : []);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The catalogue of models '{path}' is damaged: {e.Message}", e);
        }
    }

    /// <summary>The folder of the model that recognises <paramref name="language"/>.</summary>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="named">A model named by the user: a folder, or the name of an installed model; it wins over all others.</param>
    /// <exception cref="ModelException">There is none; the message says how to get one.</exception>
    public string Resolve(string language, string? named = null) => Find(ModelKind.Recognition, language, named).Directory;

    /// <summary>The model to use for a purpose: the named one, else the first of <see cref="Installed"/> that fits.</summary>
    /// <inheritdoc cref="Resolve"/>
    public InstalledModel Find(ModelKind kind, string? language, string? named = null)
    {
        if (named is not null)
        {
            return Directory.Exists(named)
                ? Describe(Path.GetFullPath(named), ModelSource.Named)
                : Installed().FirstOrDefault(model => model.Id == named)
                    ?? throw new ModelException($"There is no model '{named}', neither a folder nor an installed model; see 'voicemed models list'.");
        }

        return Installed().FirstOrDefault(model => model.Kind == kind && (language is null || model.Language is null || model.Language == language))
            ?? throw new ModelException(language is null
                ? "No speaker model is installed; run 'voicemed models install vosk-model-spk-0.4'."
                : $"No speech model for '{language}' is installed; run 'voicemed models install {language}' or restore the folder '{Options.BundledFolder}'.");
    }

    /// <summary>
    /// The models on this machine in the order of preference: installed ones, those of <c>VOICEMED_MODELS</c>, bundled ones;
    /// within each those first that take phrase lists, then in the catalogue's order.
    /// </summary>
    public IReadOnlyList<InstalledModel> Installed()
    {
        var found = ModelsIn(Options.InstalledFolder, ModelSource.Installed)
            .Concat(Options.Folders.SelectMany(folder => IsModel(folder)
                ? [Describe(Path.GetFullPath(folder), ModelSource.Environment)]
                : ModelsIn(folder, ModelSource.Environment)))
            .Concat(ModelsIn(Options.BundledFolder, ModelSource.Bundled));
        return [.. found
            .OrderBy(static model => model.Source)
            .ThenBy(static model => model.Kind == ModelKind.Recognition && !ModelFolder.HasRuntimeGraph(model.Directory))
            .ThenBy(Rank)
            .ThenBy(static model => model.Id, StringComparer.Ordinal)];
    }

    /// <summary>Reads the entries of a catalogue file.</summary>
    /// <exception cref="JsonException">It is no catalogue.</exception>
    internal static IReadOnlyList<ModelEntry> ReadEntries(string path) =>
        JsonSerializer.Deserialize<Document>(File.ReadAllBytes(path), Json)?.Models ?? throw new JsonException("it holds no list of models");

    private IEnumerable<InstalledModel> ModelsIn(string folder, ModelSource source) =>
        Directory.Exists(folder) ? Directory.GetDirectories(folder).Where(IsModel).Select(model => Describe(Path.GetFullPath(model), source)) : [];

    private InstalledModel Describe(string directory, ModelSource source)
    {
        var id = Path.GetFileName(Path.TrimEndingDirectorySeparator(directory));
        var entry = Entries.FirstOrDefault(entry => entry.Id == id);
        var kind = entry?.Kind ?? (File.Exists(Path.Combine(directory, SpeakerFile)) ? ModelKind.Speaker : ModelKind.Recognition);
        return new InstalledModel(id, directory, source, entry, kind, entry is null ? ModelFolder.LanguageOf(directory) : entry.Language);
    }

    private int Rank(InstalledModel model)
    {
        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Id == model.Id)
            {
                return i;
            }
        }

        return Entries.Count;
    }

    private static bool IsModel(string directory) =>
        !directory.EndsWith(UnfinishedSuffix, StringComparison.Ordinal)
        && (File.Exists(Path.Combine(directory, "am", "final.mdl")) || File.Exists(Path.Combine(directory, SpeakerFile)));

    private sealed record Document
    {
        [JsonRequired]
        public IReadOnlyList<ModelEntry> Models { get; init; } = [];
    }
}
