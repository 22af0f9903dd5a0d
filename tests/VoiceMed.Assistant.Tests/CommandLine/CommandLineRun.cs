using VoiceMed.Assistant.CommandLine;

namespace VoiceMed.Assistant.Tests.CommandLine;

/// <summary>One run of the command line in this process, with what it wrote.</summary>
public sealed record CommandLineRun(int ExitCode, string Output, string Messages)
{
    public static async Task<CommandLineRun> Of(params string[] arguments)
    {
        using var output = new StringWriter();
        using var messages = new StringWriter();
        var terminal = new Terminal(output, messages);
        var exitCode = await CommandRunner.RunAsync(CommandTree.Create(terminal), arguments, terminal);
        return new CommandLineRun(exitCode, output.ToString(), messages.ToString());
    }
}
