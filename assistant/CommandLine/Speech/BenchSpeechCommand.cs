using System.CommandLine;
using System.Diagnostics;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary><c>voicemed bench speech</c>: how well and how fast the recogniser hears a set of recordings.</summary>
internal static class BenchSpeechCommand
{
    private const string Description = """
        Recognises the recordings of DIR and compares them with DIR/transcripts.tsv (header: file, text, optional condition).

        The phrase list is that of all the texts, unless --phrases names another. Prints word error rate, whole commands right,
        commands acted on and acted on wrongly by condition, the free decoding beside it, and the real-time factor in processor time.

        Example:
          voicemed bench speech recordings/ru --json
        """;

    public static Command Create(Terminal terminal)
    {
        var directory = new Argument<string>("DIR") { Description = "A folder of recordings with transcripts.tsv." };
        var language = SpeechOptions.Language();
        var phrases = SpeechOptions.Phrases();
        var model = SpeechOptions.Model();
        var json = CommonOptions.Json();
        var command = new Command("speech", Description) { directory, language, phrases, model, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            terminal,
            parsed.GetRequiredValue(directory),
            new RecognizerChoice(parsed.GetValue(language), parsed.GetValue(model), parsed.GetValue(phrases)),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string directory, RecognizerChoice choice, bool json, CancellationToken cancellationToken)
    {
        var references = TranscriptTable.Read(directory);
        choice = choice with { Language = choice.Language ?? (choice.Model is null ? references.Language : null) };
        using var transcriber = FileTranscriber.Create(choice, terminal, _ => references.Texts);
        var score = new SpeechScore();
        var sound = 0.0;
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        foreach (var reference in references.Rows)
        {
            var result = await transcriber.TranscribeAsync(reference.File, cancellationToken).ConfigureAwait(false);
            sound += result.Seconds;
            score.Add(reference, result);
        }

        var report = score.Report(directory, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds / sound, sound);
        if (json)
        {
            terminal.ResultJson(report);
        }
        else
        {
            Print(terminal, report);
        }

        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, SpeechReport report)
    {
        terminal.Result($"{report.Seconds:0} s of sound, real-time factor {report.RealTimeFactor:0.000} (processor time, both decodings)");
        foreach (var (condition, row) in report.Conditions)
        {
            terminal.Result(
                $"{condition,-12} {row.Utterances,4} utterances  word errors {row.Wer:0.0 %}  whole right {row.CommandAccuracy:0.0 %}  " +
                $"acted on {row.ActedOn:0.0 %}, wrongly {row.ActedOnWrongly:0.0 %}  free: {row.FreeWer:0.0 %}, {row.FreeCommandAccuracy:0.0 %}");
        }
    }
}
