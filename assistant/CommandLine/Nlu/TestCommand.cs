using System.CommandLine;
using VoiceMed.Nlu.Checking;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed intents test</c>: runs the tests that packs bring.</summary>
internal static class TestCommand
{
    private const string Description = """
        Runs the packs' own tests: utterances with intent, slots and call, negatives, out-of-scope utterances, dialogues.

        Examples:
          voicemed intents test
          voicemed intents test --lang en --pack my-hospital
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new PackChoice();
        var command = choice.AddTo(new Command("test", Description));
        command.SetAction(parsed =>
        {
            using var store = choice.Open(terminal, parsed);
            var failed = store.Errors.Any();
            foreach (var language in choice.Languages(parsed, store))
            {
                terminal.Message($"Testing {language} …");
                var run = PackTester.Run(store.Current, language, file => choice.IsChosen(parsed, file));
                failed |= run.Failures.Count > 0;
                if (parsed.GetValue(choice.Json))
                {
                    terminal.ResultJson(new { language, utterances = run.Utterances, dialogues = run.Dialogues, failures = run.Failures.Select(f => f.ToString()) });
                    continue;
                }

                foreach (var failure in run.Failures)
                    terminal.Result(failure.ToString());
                terminal.Result($"{language}: {Counted.Of(run.Utterances, "utterance")} and {Counted.Of(run.Dialogues, "dialogue")}, {run.Failures.Count} failed");
            }

            return failed ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }
}
