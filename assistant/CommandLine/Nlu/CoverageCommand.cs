using System.CommandLine;
using VoiceMed.Nlu.Checking;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed intents coverage</c>: how well intents are covered by sentences and tests.</summary>
internal static class CoverageCommand
{
    private const string Description = """
        Prints for each intent and language: templates, test utterances and how many are wanted, how many a template matches,
        and how many are understood by a parser that did not learn from them (5-fold cross-validation; takes a while).

        Examples:
          voicemed intents coverage --lang ru
          voicemed intents coverage --json
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new PackChoice();
        var command = choice.AddTo(new Command("coverage", Description));
        command.SetAction((parsed, cancellation) =>
        {
            using var store = choice.Open(terminal, parsed);
            foreach (var language in choice.Languages(parsed, store))
            {
                terminal.Message($"Cross-validating {language} …");
                var rows = CoverageReporter.Measure(store.Current, language, cancellation);
                foreach (var row in rows)
                {
                    if (parsed.GetValue(choice.Json))
                        terminal.ResultJson(row);
                    else
                        terminal.Result($"{row.Intent,-20} {language}  {row.Sentences,3} templates  {row.Tests,3}/{row.Wanted} tests  by template {row.ByTemplate ?? 0:0%}  held out {row.HeldOut ?? 0:0%}");
                }

                var tests = rows.Sum(r => r.Tests);
                if (tests > 0)
                    terminal.Message($"{language}: {tests} tests, held out {rows.Sum(r => (r.HeldOut ?? 0) * r.Tests) / tests:0.0%}");
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
