using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed parse</c>: what an utterance means.</summary>
internal static class ParseCommand
{
    private const string Description = """
        Prints what utterances mean: intent, slots, confidence and the ledger call.

        "-" reads standard input, one utterance a line, and prints one line for each.

        Examples:
          voicemed parse "покажи последние посещения"
          voicemed parse --lang en --json "open the second document"
          voicemed parse - --json < utterances.txt
        """;

    public static Command Create(Terminal terminal)
    {
        var text = new Argument<string[]>("UTTERANCE") { Description = "What was said, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var language = NluOptions.Language();
        var packs = NluOptions.Packs();
        var config = CommonOptions.Config();
        var json = CommonOptions.Json();
        var command = new Command("parse", Description) { text, language, packs, config, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = PackOpener.OpenAndReport(terminal, parsed.GetValue(packs), parsed.GetValue(config));
            var said = string.Join(' ', parsed.GetRequiredValue(text));
            if (said != "-")
            {
                Print(terminal, store.Current, said, parsed.GetValue(language), parsed.GetValue(json));
                return ExitCode.Done;
            }

            while (await Console.In.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
                Print(terminal, store.Current, line, parsed.GetValue(language), parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, VoiceMed.Nlu.IntentSet intents, string text, string? language, bool json)
    {
        var result = intents.Parse(text, language ?? Hearing.LanguageGuess.Of(text));
        if (json)
        {
            terminal.ResultJson(ParseReport.Of(result));
            return;
        }

        if (!result.IsUnderstood)
            terminal.Result($"{text}: not understood; {result.Explanation}");
        foreach (var match in result.Intents)
        {
            var slots = string.Join(", ", match.Slots.Select(s => $"{s.Key}={s.Value}"));
            var call = match.Call is { } c ? $" → {c.Operation}({string.Join(", ", c.Parameters.Select(p => $"{p.Key}: {p.Value}"))})" : "";
            terminal.Result($"{text}: {match.Intent}({slots}) {match.Confidence:0.00}{call}");
        }
    }
}
