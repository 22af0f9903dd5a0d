using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed intents sample</c>: sentences that templates stand for.</summary>
internal static class SampleCommand
{
    private const string Description = """
        Prints random sentences that the templates of an intent stand for. Words with '~' are printed as written.

        Examples:
          voicemed intents sample visits.list --lang ru
          voicemed intents sample --count 3
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new PackChoice();
        var intent = new Argument<string?>("INTENT") { Description = "An intent; all when left out.", Arity = ArgumentArity.ZeroOrOne };
        var count = new Option<int>("--count") { Description = "Sentences a template. Default: 5.", DefaultValueFactory = _ => 5 };
        var seed = new Option<int>("--seed") { Description = "The random sequence. Default: 1.", DefaultValueFactory = _ => 1 };
        var command = choice.AddTo(new Command("sample", Description) { intent, count, seed });
        command.SetAction(parsed =>
        {
            using var store = choice.Open(terminal, parsed);
            var wanted = parsed.GetValue(intent);
            if (wanted is not null && !store.Current.Intents.ContainsKey(wanted))
                throw new CommandException($"There is no intent '{wanted}'; known: {string.Join(", ", store.Current.Intents.Keys.Order(StringComparer.Ordinal))}.", ExitCode.Usage);
            foreach (var language in choice.Languages(parsed, store))
            {
                foreach (var id in store.Current.Intents.Keys.Where(i => wanted is null || i == wanted))
                {
                    foreach (var sentence in store.Current.Sample(id, language, Math.Clamp(parsed.GetValue(count), 1, 1_000), parsed.GetValue(seed)))
                    {
                        if (parsed.GetValue(choice.Json))
                            terminal.ResultJson(new { text = sentence, intent = id, language });
                        else
                            terminal.Result(wanted is null ? $"{id}\t{sentence}" : sentence);
                    }
                }
            }

            return ExitCode.Done;
        });
        return command;
    }
}
