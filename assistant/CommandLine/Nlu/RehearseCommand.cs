using System.CommandLine;
using VoiceMed.Speech.Models;
using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Synthesis;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed intents rehearse</c>: speaks, hears and parses the packs' utterances before a patient does.</summary>
internal static class RehearseCommand
{
    private const string Description = """
        Speaks test utterances with several synthetic voices and speeds, adds noise at 20 and 10 dB, recognises and parses them,
        and reports the end-to-end intent accuracy, the words that get lost and the intents that get confused.

        Examples:
          voicemed intents rehearse --lang ru
          voicemed intents rehearse --lang en --intent visits.list --utterances 40 --json
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new PackChoice();
        var only = new Option<string?>("--intent") { Description = "Only this intent." };
        var utterances = new Option<int>("--utterances") { Description = "Test utterances an intent; 0 for all. Default: 3.", DefaultValueFactory = _ => 3 };
        var command = choice.AddTo(new Command("rehearse", Description) { only, utterances });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var store = choice.Open(terminal, parsed);
            var synthesizer = new EspeakSynthesizer();
            if (!synthesizer.IsInstalled)
                throw new CommandException("Rehearsing needs espeak-ng: run ./voicemed setup, or apt install espeak-ng.");
            foreach (var language in choice.Languages(parsed, store))
            {
                using var model = LoadModel(language);
                using var recognizer = new PhraseRecognizer(model, store.Current.RecognitionPhrases(language));
                var rehearsal = new Rehearsal(store.Current, language, synthesizer, recognizer);
                var spoken = store.Current.TestUtterancesByIntent(language)
                    .Where(i => parsed.GetValue(only) is not { } wanted || i.Key == wanted)
                    .SelectMany(i => i.Value.Take(parsed.GetValue(utterances) is > 0 and var most ? most : int.MaxValue).Select(u => (i.Key, u))).ToArray();
                if (spoken.Length == 0)
                    throw new CommandException("There is nothing to rehearse: no such intent, or it has no tests.", ExitCode.Usage);
                var report = await rehearsal.RunAsync(spoken, (done, all) => terminal.Message($"{language}: {done} of {all} utterances"), cancellation).ConfigureAwait(false);
                Print(terminal, report, parsed.GetValue(choice.Json));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static SpeechModel LoadModel(string language)
    {
        try
        {
            return SpeechModel.Load(ModelCatalog.Load().Resolve(language), language);
        }
        catch (ModelException e)
        {
            throw new CommandException(e.Message);
        }
    }

    private static void Print(Terminal terminal, RehearsalReport report, bool json)
    {
        if (json)
        {
            terminal.ResultJson(report);
            return;
        }

        foreach (var (condition, accuracy) in report.ByCondition)
            terminal.Result($"{report.Language} {condition,-6} {accuracy:0.0%} of the intents right");
        foreach (var (intent, accuracy) in report.ByIntent.Where(i => i.Value < 1).OrderBy(i => i.Value))
            terminal.Result($"  {intent,-20} {accuracy:0.0%}");
        if (report.LostWords.Count > 0)
            terminal.Result($"  lost words: {string.Join(", ", report.LostWords.Select(w => $"{w.Key} ({w.Value})"))}");
        foreach (var (pair, count) in report.Confused)
            terminal.Result($"  confused: {pair} ({count})");
    }
}
