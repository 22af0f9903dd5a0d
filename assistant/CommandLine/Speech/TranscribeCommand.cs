using System.CommandLine;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary><c>voicemed transcribe</c>: what a recording says.</summary>
internal static class TranscribeCommand
{
    private const string Description = """
        Prints what recordings say.

        WAV files of any rate and sample format are read directly, other formats through ffmpeg where it is installed.
        Without --lang each utterance is heard in Russian and in English and the better result is printed. The phrases of the
        installed intent packs are expected, or those of --phrases; with --free nothing is.

        Examples:
          voicemed transcribe visit.wav
          voicemed transcribe --lang ru --json *.wav
          voicemed transcribe --lang en --phrases commands.txt command.flac
        """;

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = "Recordings.", Arity = ArgumentArity.OneOrMore };
        files.Validators.Add(static result =>
        {
            // Any word can be a file's name, so a mistyped option would be looked for on the disk.
            foreach (var token in result.Tokens.Where(static token => token.Value.StartsWith('-') && !File.Exists(token.Value)))
            {
                result.AddError($"'{token.Value}' is neither an option nor a file.");
            }
        });
        var language = SpeechOptions.Language();
        var phrases = SpeechOptions.Phrases();
        var free = new Option<bool>("--free") { Description = "Expect no phrases: decode freely only." };
        var model = SpeechOptions.Model();
        var json = CommonOptions.Json();
        var command = new Command("transcribe", Description) { files, language, phrases, free, model, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal,
            parsed.GetRequiredValue(files),
            new RecognizerChoice(parsed.GetValue(language), parsed.GetValue(model), parsed.GetValue(phrases)),
            parsed.GetValue(free),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string[] files, RecognizerChoice choice, bool free, bool json, CancellationToken cancellationToken)
    {
        using var transcriber = FileTranscriber.Create(choice, terminal, free ? null : PackPhrases(choice));
        var failed = 0;
        foreach (var file in files)
        {
            try
            {
                var transcription = await transcriber.TranscribeAsync(file, cancellationToken).ConfigureAwait(false);
                if (transcription.Text.Length == 0)
                {
                    terminal.Message($"{file} holds no speech that could be recognised.");
                }

                if (json)
                {
                    terminal.ResultJson(transcription);
                }
                else
                {
                    terminal.Result(files.Length == 1 ? transcription.Text : $"{file}: {transcription.Text}");
                }
            }
            catch (AudioException e)
            {
                terminal.Message(e.Message);
                failed++;
            }
        }

        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static Func<string, IReadOnlyList<string>>? PackPhrases(RecognizerChoice choice)
    {
        if (choice.PhraseFile is not null)
        {
            return null;
        }

        using var packs = Nlu.PackOpener.Open(given: null, config: null);
        var intents = packs.Current;
        return language => intents.RecognitionPhrases(language);
    }
}
