using System.CommandLine;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Assistant.Screen;

namespace VoiceMed.Assistant.CommandLine.Assistant;

/// <summary><c>voicemed serve</c>: the server behind the bedside screens.</summary>
internal static class ServeCommand
{
    private const string Description = """
        Serves the bedside page and its WebSocket, and the admin's page at an address of its own, until Ctrl-C.

        Terminals, their tokens and beds stand in voicemed.yaml; without any, screens on this machine are let in without a token.

        Examples:
          voicemed serve
          voicemed serve --config /etc/voicemed/voicemed.yaml
        """;

    public static Command Create(Terminal terminal)
    {
        var config = CommonOptions.Config();
        var command = new Command("serve", Description) { config };
        command.SetAction((parsed, cancellation) => RunAsync(terminal, ConfigFile.Load(parsed.GetValue(config)), null, cancellation));
        return command;
    }

    /// <summary>Serves until cancelled.</summary>
    /// <param name="terminal">Where messages go.</param>
    /// <param name="config">The configuration.</param>
    /// <param name="here">The terminal of screens on this machine that bring no token; null for the configuration's word.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<int> RunAsync(Terminal terminal, VoiceMedConfig config, BedsideTerminal? here, CancellationToken cancellation)
    {
        var data = DataFolder.Choose(config.Data, InstallFolder.Find());
        await using var host = await AssistantHost.OpenAsync(config, data, cancellation: cancellation).ConfigureAwait(false);
        await using var server = await BedsideServer.StartAsync(host, here, cancellation).ConfigureAwait(false);
        await using var admin = await AdminSite.StartAsync(host, server, cancellation).ConfigureAwait(false);
        terminal.Message($"The bedside page is at {server.Address}, the admin's at {admin.Address} — Ctrl-C ends.");
        if (!File.Exists(data.AdminCredentials))
        {
            terminal.Message("Nobody can sign in to the admin's page yet: make its key with 'voicemed admin credentials'.");
        }

        await server.WaitAsync(cancellation).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
