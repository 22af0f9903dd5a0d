using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary>Finds and loads the installed packs.</summary>
internal static class PackOpener
{
    /// <summary>The folders of the packs: those given, else the clinical pack and those of the configuration.</summary>
    public static IReadOnlyList<string> Directories(string[]? given, string? config) =>
        given is { Length: > 0 } ? given : [Path.Combine(InstallFolder.Find(), "nlu", "packs", "clinical"), .. ConfigFile.Load(config).Packs];

    /// <summary>Loads the packs, whatever is wrong with them.</summary>
    /// <exception cref="CommandException">A folder does not exist.</exception>
    public static PackStore Open(string[]? given, string? config, PackOptions? options = null)
    {
        try
        {
            return PackStore.Load(Directories(given, config), (options ?? new PackOptions()) with { Operations = new OperationCatalogue().Signatures() });
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
