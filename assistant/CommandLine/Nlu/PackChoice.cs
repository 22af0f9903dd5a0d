using System.CommandLine;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary>The options with which a command chooses packs and languages.</summary>
internal sealed class PackChoice
{
    public Option<string?> Language { get; } = NluOptions.Language();

    public Option<string[]> Packs { get; } = NluOptions.Packs();

    public Option<string?> Config { get; } = CommonOptions.Config();

    public Option<bool> Json { get; } = CommonOptions.Json();

    /// <summary>Adds the options to a command.</summary>
    public Command AddTo(Command command)
    {
        command.Add(Language);
        command.Add(Packs);
        command.Add(Config);
        command.Add(Json);
        return command;
    }

    /// <summary>Loads the chosen packs, saying on standard error what is wrong with them.</summary>
    public PackStore Open(Terminal terminal, ParseResult parsed) => PackOpener.OpenAndReport(terminal, parsed.GetValue(Packs), parsed.GetValue(Config));

    /// <summary>Whether a file is of a pack that was named; every file is when none was.</summary>
    public bool IsChosen(ParseResult parsed, string file) => parsed.GetValue(Packs) is not { Length: > 0 } named
        || named.Any(pack => Path.GetFullPath(file).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(pack)) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>The chosen language, or all.</summary>
    public IReadOnlyList<string> Languages(ParseResult parsed, PackStore store) =>
        parsed.GetValue(Language) is { } one ? [one] : [.. store.Current.Languages];
}
