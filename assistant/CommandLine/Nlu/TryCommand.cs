using System.CommandLine;
using VoiceMed.Nlu.Dialogues;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed intents try</c>: a conversation by keyboard.</summary>
internal static class TryCommand
{
    private const string Description = """
        Tries utterances as one conversation: follow-ups and corrections work. Without an utterance it reads standard input.

        Examples:
          voicemed intents try "покажи документы" "нет, из третьей больницы"
          voicemed intents try --patient P1
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new PackChoice();
        var text = new Argument<string[]>("UTTERANCE") { Description = "What is said, one argument a turn.", Arity = ArgumentArity.ZeroOrMore };
        var patient = new Option<string>("--patient") { Description = "The current patient. Default: P1.", DefaultValueFactory = _ => "P1" };
        var command = choice.AddTo(new Command("try", Description) { text, patient });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = choice.Open(terminal, parsed);
            var dialogue = new VoiceMed.Nlu.Dialogues.Dialogue(() => store.Current) { Context = DialogueContext.Empty.With("patient", parsed.GetValue(patient)) };
            void Turn(string said)
            {
                var turn = dialogue.Hear(said, parsed.GetValue(choice.Language) ?? Hearing.LanguageGuess.Of(said));
                terminal.ResultJson(new
                {
                    act = turn.Act.ToString(),
                    intent = turn.Intent?.Intent ?? turn.Parse.Intent,
                    turn.Slot,
                    slots = turn.Intent?.Slots.ToDictionary(s => s.Key, s => s.Value.Value),
                    call = turn.Intent?.Call,
                    explanation = turn.Parse.Explanation,
                });
                if (turn is { Act: DialogueAct.Execute, Intent: { } intent })
                    dialogue.Answered(intent);
            }

            foreach (var said in parsed.GetValue(text) ?? [])
                Turn(said);
            if (parsed.GetValue(text) is { Length: > 0 })
                return ExitCode.Done;
            while (await Console.In.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
                Turn(line);
            return ExitCode.Done;
        });
        return command;
    }
}
