using System.CommandLine;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Auth.Training;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed auth train</c>: makes the speaker model.</summary>
internal static class TrainCommand
{
    private const string Description = """
        Trains the speaker model on recordings of many people, one voice a file.

        Training uses fixed seeds and no clock: the same recordings give the same bytes. It takes a few minutes on one core.

        Examples:
          voicemed auth train background/
          voicemed auth train background/ --output my-model
          voicemed auth calibrate dev/ --speaker-model my-model
        """;

    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of FLAC or WAV files, at least 40, one voice each." };
        var output = new Option<string?>("--output") { Description = "Folder to write. Default: the model that comes with VoiceMed." };
        var command = new Command("train", Description) { folder, output };
        command.SetAction((parsed, cancellationToken) => AuthErrors.TranslateAsync(() =>
            RunAsync(terminal, parsed.GetRequiredValue(folder), parsed.GetValue(output) ?? SpeakerSystem.DefaultFolder, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string folder, string output, CancellationToken cancellationToken)
    {
        terminal.Message($"Reading {folder}");
        var voices = await BackgroundVoices.LoadAsync(folder, cancellationToken).ConfigureAwait(false);
        var model = SpeakerModelTrainer.Train(voices, new TrainingOptions(), output, terminal.Message, cancellationToken);
        terminal.Result($"{model.Id} in {output}");
        return ExitCode.Done;
    }
}
