using System.CommandLine;
using VoiceMed.Nlu.Evaluation;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed bench nlu</c>: what understanding an utterance costs.</summary>
internal static class BenchNluCommand
{
    private const int PaddedIntents = 1_000;

    private const string Description = """
        Measures what parsing costs on one core: every test utterance of the clinical pack, those no template matches included;
        then the same utterances with the pack padded to 1,000 intents.

        Examples:
          voicemed bench nlu
          voicemed bench nlu --lang ru --json
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new PackChoice();
        var rounds = new Option<int>("--rounds") { Description = "Times each utterance is parsed. Default: 20.", DefaultValueFactory = _ => 20 };
        var command = choice.AddTo(new Command("nlu", Description) { rounds });
        command.SetAction(parsed =>
        {
            var directories = PackOpener.Directories(parsed.GetValue(choice.Packs), parsed.GetValue(choice.Config));
            using var store = choice.Open(terminal, parsed);
            var padding = Directory.CreateTempSubdirectory("voicemed-padding-");
            try
            {
                PaddingPack.Write(padding.FullName, PaddedIntents - store.Current.Intents.Count);
                using var padded = PackOpener.Open([.. directories, padding.FullName], null);
                foreach (var language in choice.Languages(parsed, store))
                {
                    var utterances = store.Current.TestUtterances(language);
                    var times = Math.Clamp(parsed.GetValue(rounds), 1, 1_000);
                    terminal.Message($"Parsing {utterances.Count} utterances in {language} …");
                    var small = ParseTimes.Measure(store.Current, language, utterances, times);
                    terminal.Message($"The same with {padded.Current.Intents.Count} intents …");
                    var large = ParseTimes.Measure(padded.Current, language, utterances, times);
                    Print(terminal, small, large, parsed.GetValue(choice.Json));
                }
            }
            finally
            {
                padding.Delete(recursive: true);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, ParseTimes small, ParseTimes large, bool json)
    {
        var ratio = Math.Round(large.MedianMicros / small.MedianMicros, 2);
        var p99Ratio = Math.Round(large.P99Micros / small.P99Micros, 2);
        if (json)
        {
            terminal.ResultJson(new { language = small.Language, small.Utterances, pack = small, padded = large, medianRatio = ratio, p99Ratio });
            return;
        }

        foreach (var times in new[] { small, large })
            terminal.Result($"{times.Language} {times.Intents,5} intents: median {times.MedianMicros:0.0} µs, p99 {times.P99Micros:0.0} µs, {times.BytesPerParse:0} bytes a parse, growth {times.GrowthBytes} bytes");
        terminal.Result($"{small.Language} ratio: median {ratio:0.00}, p99 {p99Ratio:0.00}");
    }
}
