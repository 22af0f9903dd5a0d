using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary>Finds and loads the installed packs.</summary>
internal static class PackOpener
{
    /// <summary>The folders of the packs: the clinical pack, then those given, else those of the configuration. The clinical pack itself may be among those given.</summary>
    public static IReadOnlyList<string> Directories(string[]? given, string? config) => Directories(given, ConfigFile.Load(config));

    private static IReadOnlyList<string> Directories(string[]? given, VoiceMedConfig config)
    {
        var clinical = Path.Combine(InstallFolder.Find(), "nlu", "packs", "clinical");
        IReadOnlyList<string> others = given is { Length: > 0 } ? given : config.Packs;
        return [clinical, .. others.Where(other => Path.TrimEndingDirectorySeparator(Path.GetFullPath(other)) != clinical)];
    }

    /// <summary>Loads one pack without the clinical pack.</summary>
    /// <exception cref="CommandException">The folder does not exist.</exception>
    public static PackStore OpenAlone(string folder) => Open([folder], ConfigFile.Load(null));

    /// <summary>Loads the packs, whatever is wrong with them.</summary>
    /// <exception cref="CommandException">A folder does not exist.</exception>
    public static PackStore Open(string[]? given, string? config)
    {
        var loaded = ConfigFile.Load(config);
        return Open(Directories(given, loaded), loaded);
    }

    private static PackStore Open(IReadOnlyList<string> folders, VoiceMedConfig config)
    {
        try
        {
            return PackStore.Load(folders, new PackOptions
            {
                Operations = new OperationCatalogue().Signatures(),
                ServiceHosts = config.ServiceHosts,
            });
        }
        catch (DirectoryNotFoundException e)
        {
            throw new CommandException($"{char.ToUpperInvariant(e.Message[0])}{e.Message[1..]}; name a pack with --pack.", ExitCode.Usage);
        }
    }

    /// <summary>Loads the packs and says on standard error what is wrong with them.</summary>
    public static PackStore OpenAndReport(Terminal terminal, string[]? given, string? config)
    {
        var store = Open(given, config);
        foreach (var error in store.Errors)
            terminal.Message(error.ToString());
        if (store.Current.Intents.Count == 0)
            throw new CommandException("No intent could be loaded; mend the errors above, then try again.");
        return store;
    }
}
