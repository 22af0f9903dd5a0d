using System.CommandLine;
using VoiceMed.Nlu.Checking;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed intents words</c>: the words of the packs.</summary>
internal static class WordsCommand
{
    private const string Description = """
        Prints the words the packs use, one a line; with --missing those the installed recognition model does not know, which
        is what the next build of that model should take in. With --phrases the phrase list the recogniser gets.

        Examples:
          voicemed intents words --missing --lang ru
          voicemed intents words --phrases --lang en
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new PackChoice();
        var missing = new Option<bool>("--missing") { Description = "Only words the recognition model does not know." };
        var phrases = new Option<bool>("--phrases") { Description = "Phrases instead of words." };
        var command = choice.AddTo(new Command("words", Description) { missing, phrases });
        command.SetAction(parsed =>
        {
            using var store = choice.Open(terminal, parsed);
            foreach (var language in choice.Languages(parsed, store))
            {
                var lines = parsed.GetValue(phrases)
                    ? store.Current.RecognitionPhrases(language)
                    : [.. PackLint.MissingWords(store.Current, language, Vocabulary(language, parsed.GetValue(missing))).Select(w => w.Text).Order(StringComparer.Ordinal)];
                foreach (var line in lines)
                {
                    if (parsed.GetValue(choice.Json))
                        terminal.ResultJson(new { text = line, language });
                    else
                        terminal.Result(line);
                }

                terminal.Message($"{language}: {lines.Count}");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlySet<string> Vocabulary(string language, bool missing) => !missing
        ? new HashSet<string>()
        : ModelVocabulary.Read(language) ?? throw new CommandException($"No recognition model for '{language}' lists its words; install one with: voicemed models install {language}");
}
