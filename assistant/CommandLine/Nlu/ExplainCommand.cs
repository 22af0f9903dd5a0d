using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed intents explain</c>: why an utterance is understood as it is.</summary>
internal static class ExplainCommand
{
    private const string Description = """
        Says why an utterance is understood as it is: which template matches, or the nearest intents and the words that are strange.

        Examples:
          voicemed intents explain "какое давление было вчера"
          voicemed intents explain --lang en "what about the weather"
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new PackChoice();
        var text = new Argument<string[]>("UTTERANCE") { Description = "What is said.", Arity = ArgumentArity.OneOrMore };
        var command = choice.AddTo(new Command("explain", Description) { text });
        command.SetAction(parsed =>
        {
            using var store = choice.Open(terminal, parsed);
            var said = string.Join(' ', parsed.GetRequiredValue(text));
            var result = store.Current.Parse(said, parsed.GetValue(choice.Language) ?? Hearing.LanguageGuess.Of(said));
            if (parsed.GetValue(choice.Json))
            {
                terminal.ResultJson(ParseReport.Of(result) with { Explanation = result.Explanation, Nearest = result.Nearest });
                return ExitCode.Done;
            }

            terminal.Result($"heard:    {said}");
            terminal.Result($"intent:   {result.Intent}");
            foreach (var match in result.Intents)
            {
                terminal.Result($"because:  {result.Explanation}");
                foreach (var (name, slot) in match.Slots)
                    terminal.Result($"slot:     {name} = {slot.Value} ({(slot.Raw.Length > 0 ? $"\"{slot.Raw}\"" : "implied")}{(slot.IsAmbiguous ? ", ambiguous" : "")})");
                if (match.Missing.Count > 0)
                    terminal.Result($"missing:  {string.Join(", ", match.Missing)}");
            }

            if (!result.IsUnderstood)
                terminal.Result($"because:  {result.Explanation}");
            foreach (var nearest in result.Nearest)
                terminal.Result($"nearest:  {nearest.Intent} {nearest.Score:0.00}{(nearest.Hint is { } hint ? $" (\"{hint}\")" : "")}");
            return ExitCode.Done;
        });
        return command;
    }
}
