using System.CommandLine;
using VoiceMed.Assistant.Bench;

namespace VoiceMed.Assistant.CommandLine.Bench;

/// <summary>
/// <c>voicemed bench house</c>, not shown in the help: the program under measurement, which <c>bench streams</c> starts. It writes where it
/// listens, answers each line of its input with its memory, and ends with its input.
/// </summary>
internal static class HouseCommand
{
    public static Command Create(Terminal terminal)
    {
        var language = CommonOptions.Language("The language of the demo city.");
        var streams = new Option<int>("--streams") { Description = "How many screens." };
        var command = new Command("house", "Runs the program under measurement.") { language, streams };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(terminal, parsed.GetValue(language) ?? "ru", parsed.GetValue(streams), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string language, int screens, CancellationToken cancellation)
    {
        await using var house = await BenchHouse.OpenAsync(language, screens, cancellation).ConfigureAwait(false);
        terminal.ResultJson(new HouseAddress(house.Socket));
        using var input = new StreamReader(Console.OpenStandardInput());
        while (await input.ReadLineAsync(cancellation).ConfigureAwait(false) is not null)
        {
            var managed = GC.GetTotalMemory(forceFullCollection: true);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            terminal.ResultJson(new HouseMemory(Environment.WorkingSet, managed));
        }

        return ExitCode.Done;
    }
}
