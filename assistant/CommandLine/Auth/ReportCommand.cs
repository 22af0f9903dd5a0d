using System.CommandLine;
using VoiceMed.Auth.Evaluation;
using VoiceMed.Auth.Reports;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed auth report</c>: the admin's picture.</summary>
internal static class ReportCommand
{
    private const string Description = """
        Writes one self-contained HTML page: score histograms, the error trade-off curve, a threshold for each doctor and what to do about
        the weak ones.

        Examples:
          voicemed auth report dev/
          voicemed auth report ward-recordings/ --lang ru --output voices.html
        """;

    public static Command Create(Terminal terminal)
    {
        var folder = AuthOptions.EvaluationFolder();
        var output = new Option<string>("--output") { Description = "File to write.", DefaultValueFactory = _ => "voice-report.html" };
        var language = CommonOptions.Language("ru or en.", "en");
        var voices = new VoiceChoice();
        var command = voices.AddModelTo(new Command("report", Description) { folder, output, language });
        command.SetAction((parsed, cancellationToken) => AuthErrors.TranslateAsync(async () =>
        {
            var speakerModel = voices.LoadModel(parsed);
            var trials = await new VerificationEvaluator(speakerModel, EvaluationSet.Open(parsed.GetRequiredValue(folder)))
                .ScoreAsync(degraded: false, ward: true, cancellationToken).ConfigureAwait(false);
            var html = VerificationReport.ToHtml(trials, parsed.GetRequiredValue(language), speakerModel.Calibration.Data);
            var path = parsed.GetRequiredValue(output);
            try
            {
                await File.WriteAllTextAsync(path, html, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandException($"The report cannot be written to '{path}': {e.Message}");
            }

            terminal.Result(path);
            return ExitCode.Done;
        }));
        return command;
    }
}
