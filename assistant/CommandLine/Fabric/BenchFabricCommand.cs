using System.CommandLine;
using VoiceMed.LedgerClient.Fabric;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Profile;

namespace VoiceMed.Assistant.CommandLine.Fabric;

/// <summary>
/// <c>voicemed bench fabric</c>: what a Fabric network does through our client, by the loads of the test network's own benchmark, so that the
/// two can be run side by side.
/// </summary>
internal static class BenchFabricCommand
{
    public static Command Create(Terminal terminal)
    {
        var profile = new Option<string?>("--profile") { Description = "The connection profile; default: the file VOICEMED_FABRIC names." };
        var json = CommonOptions.Json();
        var repeat = new Option<int>("--repeat") { Description = "Times the evaluate loads are run; the best is what the client can do. Default 1.", DefaultValueFactory = _ => 1 };
        var command = new Command("fabric", """
            Latency and throughput of evaluate and submit on a live Fabric network. It calls the probe contract
            (addHospitalVisit, getHospitalVisits) and leaves some 550 test visits in the channel: never point it at a network with patients.

            Examples:
              voicemed bench fabric --profile network/profile.yaml
              VOICEMED_FABRIC=network/profile.yaml voicemed bench fabric --json
            """) { profile, repeat, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            terminal, parsed.GetValue(profile), parsed.GetValue(repeat), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string? path, int repeat, bool json, CancellationToken cancellation)
    {
        path ??= Environment.GetEnvironmentVariable("VOICEMED_FABRIC");
        if (string.IsNullOrEmpty(path))
            throw new CommandException("Name the connection profile with --profile or VOICEMED_FABRIC; docs/fabric.md shows one.", ExitCode.Usage);
        try
        {
            using var connection = FabricConnection.Open(ConnectionProfile.Load(path), new GatewayOptions
            {
                EvaluateTimeout = TimeSpan.FromSeconds(15),
                EndorseTimeout = TimeSpan.FromSeconds(30),
                SubmitTimeout = TimeSpan.FromSeconds(30),
            });
            await foreach (var result in FabricLoad.RunAsync(connection.GetContract(null), Math.Max(1, repeat), cancellation).ConfigureAwait(false))
            {
                if (json) terminal.ResultJson(result);
                else terminal.Result(result.ToString());
            }
            return ExitCode.Done;
        }
        catch (Exception failed) when (failed is ConnectionProfileException or GatewayException or CommitException)
        {
            throw new CommandException($"{failed.Message}.", ExitCode.Failed);
        }
    }
}
