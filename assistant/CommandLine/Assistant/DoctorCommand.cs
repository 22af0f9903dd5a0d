using System.CommandLine;
using Spectre.Console;
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
        var config = AssistantOptions.Config();
        var json = AssistantOptions.Json();
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
                Print(result);
            }
        }

        return missing == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Print(CheckResult result)
    {
        var mark = result.State switch
        {
            CheckState.Ok => "[green]ok[/]      ",
            CheckState.Optional => "[yellow]optional[/]",
            _ => "[red]missing[/] ",
        };
        AnsiConsole.MarkupLine($"{mark}  {Markup.Escape(result.Check),-20}  {Markup.Escape(result.Found)}");
        if (result.Mend is { } mend)
        {
            AnsiConsole.MarkupLine($"{string.Empty,-32}[grey]{Markup.Escape(mend)}[/]");
        }
    }
}
