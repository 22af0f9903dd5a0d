using System.CommandLine;
using VoiceMed.Assistant.Bedside;
using VoiceMed.Assistant.Demo;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Assistant.Pipeline.Reports;
using VoiceMed.Assistant.Screen;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.CommandLine.Assistant;

/// <summary><c>voicemed demo</c>: a recorded bedside conversation through the whole pipeline, in real time.</summary>
internal static class DemoCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);

    private const string Description = """
        Plays a recorded bedside conversation through the whole pipeline in real time: a doctor asks and is answered, a visitor tries
        and is refused, the access log shows the attempt. Nothing is faked: the sound goes through voice activity, recognition, speaker
        verification, intents, policy, the ledger and synthesis. Ends with 1 when a turn does not come out as the script says.

        Without --once it then goes on listening at http://127.0.0.1:8080, where the browser's microphone is yours.

        Examples:
          voicemed demo
          voicemed demo --once --lang en
          voicemed demo --once --json
        """;

    public static Command Create(Terminal terminal)
    {
        var language = CommonOptions.Language("The language of the conversation. Default: ru.");
        var once = new Option<bool>("--once") { Description = "End after the conversation." };
        var config = CommonOptions.Config();
        var json = CommonOptions.Json();
        var command = new Command("demo", Description) { language, once, config, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            terminal, parsed.GetValue(language) ?? "ru", parsed.GetValue(once), ConfigFile.Load(parsed.GetValue(config)), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string language, bool once, VoiceMedConfig config, bool json, CancellationToken cancellation)
    {
        var install = InstallFolder.Find();
        var data = DataFolder.Choose(config.Data, install);
        var stage = new DemoStage(config, data, install, TimeProvider.System);
        var script = DemoScript.Load(Path.Combine(install, "demo", "script.yaml"), language);
        await stage.SeedAsync(terminal.Message, cancellation).ConfigureAwait(false);
        await stage.EnrolAsync(script.Doctors, language, terminal.Message, cancellation).ConfigureAwait(false);
        int failed;
        await using (var host = await AssistantHost.OpenAsync(config, data, new() { Digits = script.Digits }, cancellation).ConfigureAwait(false))
        {
            failed = await PlayAsync(terminal, host, stage, script, language, json, cancellation).ConfigureAwait(false);
        }

        if (!once && failed == 0)
        {
            return await ServeCommand.RunAsync(terminal, config, DemoBedOf(script, language), cancellation).ConfigureAwait(false);
        }

        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> PlayAsync(
        Terminal terminal, AssistantHost host, DemoStage stage, DemoScript script, string language, bool json, CancellationToken cancellation)
    {
        await using var session = (BedsideSession)await host.CreateAsync(DemoBedOf(script, language), language, cancellation).ConfigureAwait(false);
        await using var player = new DemoPlayer(session, host.Time);
        var tally = new DemoTally();
        foreach (var turn in script.Turns)
        {
            var clip = await AudioLoader.LoadAsync(Path.Combine(stage.Audio, turn.Clip), cancellation).ConfigureAwait(false);
            var report = await player.PlayAsync(clip, Pause, cancellation).ConfigureAwait(false);
            var asExpected = tally.Count(turn, report);
            Print(terminal, turn, report, asExpected, json);
        }

        if (json)
        {
            terminal.ResultJson(tally.Summary(player.Sentences));
        }
        else
        {
            terminal.Result(tally.Line(player.Sentences));
        }

        return tally.Failed;
    }

    private static void Print(Terminal terminal, DemoTurn turn, TurnReport? report, bool asExpected, bool json)
    {
        if (json)
        {
            terminal.ResultJson(new { clip = turn.Clip, speaker = turn.Speaker, expected = turn.Expect, asExpected, turn = report });
            return;
        }

        terminal.Result($"{(asExpected ? "✓" : "✗")} {turn.Speaker}");
        foreach (var line in report is null ? ["  nothing came of it"] : TurnLines.Of(report))
        {
            terminal.Result(line);
        }

        if (!asExpected)
        {
            terminal.Result($"  expected  {turn.Expect.Intent}, {turn.Expect.Outcome}");
        }
    }

    private static BedsideTerminal DemoBedOf(DemoScript script, string language) =>
        new("demo-bed", new HospitalId(script.Bed.Hospital), script.Bed.Bed, language);
}
