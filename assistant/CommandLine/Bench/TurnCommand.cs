using System.CommandLine;
using VoiceMed.Assistant.Bench;
using VoiceMed.Assistant.CommandLine.Assistant;

namespace VoiceMed.Assistant.CommandLine.Bench;

/// <summary><c>voicemed bench turn</c>: how long one screen waits for its answers.</summary>
internal static class TurnCommand
{
    private const string Description = """
        Measures a turn at one screen, from the end of speech to the first output on the wire, endpoint silence included: the demo's
        recordings are spoken in real time over a real WebSocket to the whole program with the demo city.

        Examples:
          voicemed bench turn
          voicemed bench turn --lang en --rounds 3 --json
        """;

    public static Command Create(Terminal terminal)
    {
        var language = CommonOptions.Language("The language of the conversation. Default: ru.");
        var rounds = new Option<int>("--rounds") { Description = "How often the conversation is held. Default: 1.", DefaultValueFactory = _ => 1 };
        var json = CommonOptions.Json();
        var command = new Command("turn", Description) { language, rounds, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            terminal, parsed.GetValue(language) ?? "ru", parsed.GetValue(rounds), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string language, int rounds, bool json, CancellationToken cancellation)
    {
        terminal.Message("Preparing the demo city…");
        await using var house = await BenchHouse.OpenAsync(language, screens: 1, cancellation).ConfigureAwait(false);
        var clips = await BenchConversation.LoadAsync(language, cancellation).ConfigureAwait(false);
        var turns = new List<TurnMeasurement>();
        for (var round = 0; round < rounds; round++)
        {
            await using var screen = new SimulatedScreen(BenchHouse.TokenOf(0), TimeProvider.System);
            await screen.OpenAsync(house.Socket, cancellation).ConfigureAwait(false);
            foreach (var turn in await BenchConversation.PlayAsync(screen, clips, cancellation).ConfigureAwait(false))
            {
                turns.Add(turn);
                if (json)
                {
                    terminal.ResultJson(turn);
                }
                else
                {
                    terminal.Result($"{turn.Clip,-28}{turn.Intent,-18}{turn.Outcome,-14}{turn.Milliseconds,8:F0} ms{(turn.AsExpected ? string.Empty : "  (expected otherwise)")}");
                }
            }
        }

        var summary = LatencySummary.Of(turns);
        if (json)
        {
            terminal.ResultJson(new { summary });
        }
        else
        {
            terminal.Result($"end of speech to first output: p50 {summary.P50} ms, p95 {summary.P95} ms, max {summary.Max} ms; reply text to its sound: p50 {summary.SoundP50} ms, p95 {summary.SoundP95} ms; {summary.AsExpected} of {summary.Turns} turns as expected");
        }

        return summary.AsExpected == summary.Turns ? ExitCode.Done : ExitCode.Failed;
    }
}
