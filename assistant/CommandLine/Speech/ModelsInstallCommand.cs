using System.CommandLine;
using VoiceMed.Speech.Models;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary><c>voicemed models install</c>: fetches models of the catalogue.</summary>
internal static class ModelsInstallCommand
{
    private const string Description = """
        Downloads a model, verifies it and puts it in its place; goes on where an interrupted download stopped.

        MODEL is a name from 'voicemed models list', or a language for its small open-vocabulary model.

        Examples:
          voicemed models install ru
          voicemed models install vosk-model-spk-0.4
        """;

    public static Command Create(Terminal terminal)
    {
        var names = new Argument<string[]>("MODEL") { Description = "Models to install.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("install", Description) { names };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            foreach (var name in parsed.GetRequiredValue(names))
            {
                terminal.Result(await InstallAsync(terminal, name, cancellationToken).ConfigureAwait(false));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<string> InstallAsync(Terminal terminal, string name, CancellationToken cancellationToken)
    {
        // Large models take long: what limits the wait is silence of the server, not the whole download.
        using var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(20) };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var installer = new ModelInstaller(ModelCatalog.Load(), http);
        var entry = installer.Choose(name);
        terminal.Message($"{entry.Id}: {entry.Summary} ({entry.Licence})");
        return await installer.InstallAsync(entry, new DownloadReporter(terminal), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says every tenth of the way, on standard error.</summary>
    private sealed class DownloadReporter(Terminal terminal) : IProgress<DownloadProgress>
    {
        private (DownloadStage Stage, long Tenth) last = (DownloadStage.Unpacking, -1);

        public void Report(DownloadProgress value)
        {
            var tenth = value.Total is > 0 ? value.Done * 10 / value.Total.Value : value.Done / 10_000_000;
            if ((value.Stage, tenth) == last)
            {
                return;
            }

            last = (value.Stage, tenth);
            var share = value.Total is > 0 ? $"{value.Done * 100 / value.Total.Value,3} % of {value.Total.Value / 1e6:0.0} MB" : $"{value.Done / 1e6:0.0} MB";
            terminal.Message($"  {value.Stage.ToString().ToLowerInvariant()} {share}");
        }
    }
}
