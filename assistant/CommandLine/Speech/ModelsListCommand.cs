using System.CommandLine;
using VoiceMed.Speech.Models;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary><c>voicemed models list</c>: what there is, what is here, and which is used.</summary>
internal static class ModelsListCommand
{
    private static readonly string[] Languages = ["ru", "en"];

    public static Command Create(Terminal terminal)
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "Lists the models of the catalogue and those on this machine.\n\nExample:\n  voicemed models list --json") { json };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, bool json)
    {
        var catalog = ModelCatalog.Load();
        var installed = catalog.Installed();
        var used = Languages
            .Select(language => installed.FirstOrDefault(model => model.Kind == ModelKind.Recognition && model.Language == language)?.Directory)
            .Append(installed.FirstOrDefault(static model => model.Kind == ModelKind.Speaker)?.Directory)
            .ToHashSet();
        var here = installed.Select(model => Line(model.Id, model, model.Entry, used.Contains(model.Directory)));
        var elsewhere = catalog.Entries.Where(entry => installed.All(model => model.Id != entry.Id)).Select(static entry => Line(entry.Id, null, entry, false));
        foreach (var line in here.Concat(elsewhere))
        {
            if (json)
            {
                terminal.ResultJson(line);
            }
            else
            {
                terminal.Result($"{(line.Used ? '*' : ' ')} {line.Id,-30} {line.Language ?? "-",-3} {line.Source ?? "not installed",-14} {Size(line.Bytes),9}  {line.Summary}");
            }
        }

        return ExitCode.Done;
    }

    private static ModelLine Line(string id, InstalledModel? model, ModelEntry? entry, bool used) => new(
        id,
        (entry?.Kind ?? model!.Kind).ToString().ToLowerInvariant(),
        entry?.Language ?? model?.Language,
        model?.Source.ToString().ToLowerInvariant(),
        model?.Directory,
        used,
        entry?.Bytes,
        entry?.Licence,
        entry?.Url,
        entry?.Summary ?? "not in the catalogue");

    private static string Size(long? bytes) => bytes is { } count ? $"{count / 1e6:0} MB" : "";

    private sealed record ModelLine(
        string Id, string Kind, string? Language, string? Source, string? Directory, bool Used, long? Bytes, string? Licence, Uri? Url, string Summary);
}
