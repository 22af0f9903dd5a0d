using System.CommandLine;
using VoiceMed.Speech.Models;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary><c>voicemed models check</c>: whether the models on this machine are whole.</summary>
internal static class ModelsCheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = CommonOptions.Json();
        var command = new Command(
            "check",
            "Compares every model on this machine with its hashes and layout; exit code 1 when one is damaged.\n\nExample:\n  voicemed models check") { json };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, bool json, CancellationToken cancellationToken)
    {
        var catalog = ModelCatalog.Load();
        var damaged = 0;
        var installed = catalog.Installed();
        foreach (var model in installed)
        {
            var problems = await ModelCheck.RunAsync(model, cancellationToken).ConfigureAwait(false);
            damaged += problems.Count > 0 ? 1 : 0;
            if (json)
            {
                terminal.ResultJson(new { model.Id, model.Directory, Ok = problems.Count == 0, Verified = ModelCheck.IsVerifiable(model), problems });
            }
            else
            {
                terminal.Result($"{model.Id}: {Verdict(model, problems)}");
            }
        }

        foreach (var missing in catalog.Entries.Where(entry => entry.Bundled && installed.All(model => model.Id != entry.Id)))
        {
            damaged++;
            terminal.Message($"The bundled model '{missing.Id}' is missing from '{catalog.Options.BundledFolder}'; restore the folder.");
        }

        return damaged == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static string Verdict(InstalledModel model, IReadOnlyList<string> problems) =>
        problems.Count > 0 ? $"damaged, {string.Join("; ", problems)}. {Remedy(model)}"
        : ModelCheck.IsVerifiable(model) ? "ok, every file verified"
        : "complete; no hashes are known to verify it by";

    private static string Remedy(InstalledModel model) => model.Source switch
    {
        ModelSource.Installed => $"Delete '{model.Directory}' and run 'voicemed models install {model.Id}'.",
        _ => $"Restore '{model.Directory}'.",
    };
}
