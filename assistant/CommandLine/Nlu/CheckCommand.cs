using System.CommandLine;
using VoiceMed.Nlu.Checking;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed intents check</c>: everything that can be said of packs without running them.</summary>
internal static class CheckCommand
{
    private const string Description = """
        Checks intent packs: errors first, then warnings, each as file:line:col: code: text.

        Warns of words the installed recognition model does not know, of sentences two intents share, of commands that sound
        alike and of what is missing. Ends with 1 when there are errors.

        Examples:
          voicemed intents check
          voicemed intents check --pack my-hospital --lang ru
          voicemed intents check --strict
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new PackChoice();
        var strict = new Option<bool>("--strict") { Description = "Warnings fail too." };
        var command = choice.AddTo(new Command("check", Description) { strict });
        command.SetAction(parsed =>
        {
            using var store = PackOpener.Open(parsed.GetValue(choice.Packs), parsed.GetValue(choice.Config));
            var messages = store.Messages.Where(m => choice.IsChosen(parsed, m.Position.File)).ToList();
            foreach (var language in choice.Languages(parsed, store))
                messages.AddRange(PackLint.Check(store.Current, language, ModelVocabulary.Read(language)).Where(m => choice.IsChosen(parsed, m.Position.File)));
            foreach (var message in messages.OrderBy(m => m.Severity))
            {
                if (parsed.GetValue(choice.Json))
                    terminal.ResultJson(new { file = message.Position.File, line = message.Position.Line, column = message.Position.Column, code = message.Code, severity = message.Severity.ToString().ToLowerInvariant(), text = message.Text });
                else
                    terminal.Result(message.Severity == PackMessageSeverity.Warning ? message + " (warning)" : message.ToString());
            }

            var errors = messages.Count(m => m.Severity == PackMessageSeverity.Error);
            terminal.Message($"{Counted.Of(store.Current.Intents.Count, "intent")}, {Counted.Of(errors, "error")}, {Counted.Of(messages.Count - errors, "warning")}");
            return errors > 0 || (parsed.GetValue(strict) && messages.Count > 0) ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }
}
