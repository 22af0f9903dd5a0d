using System.CommandLine;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Assistant.Machine;

namespace VoiceMed.Assistant.CommandLine.Assistant;

/// <summary><c>voicemed doctor</c>: can this machine run VoiceMed?</summary>
internal static class DoctorCommand
{
    private const string Description = """
        Checks this machine: native library, models, packs, synthesiser, microphone, pages, ports, data folder, keys.
        Says how to mend each thing. Ends with 0 when VoiceMed can run, else with 1.

        Examples:
          voicemed doctor
          voicemed doctor --json
        """;

    public static Command Create(Terminal terminal)
    {
        var config = CommonOptions.Config();
        var json = CommonOptions.Json();
        var command = new Command("doctor", Description) { config, json };
        command.SetAction(parsed => Run(terminal, ConfigFile.Load(parsed.GetValue(config)), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, VoiceMedConfig config, bool json)
    {
        var install = InstallFolder.Find();
        var missing = 0;
        foreach (var result in new MachineInspector(config, DataFolder.Choose(config.Data, install), install).Inspect())
        {
            missing += result.State == CheckState.Missing ? 1 : 0;
            if (json)
            {
                terminal.ResultJson(result);
            }
            else
            {
                Print(terminal, result);
            }
        }

        return missing == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Print(Terminal terminal, CheckResult result)
    {
        var state = result.State.ToString().ToLowerInvariant();
        terminal.Result($"{state,-9} {result.Check,-20} {result.Found}");
        if (result.Mend is { } mend)
        {
            terminal.Result($"{string.Empty,-30} {mend}");
        }
    }
}
