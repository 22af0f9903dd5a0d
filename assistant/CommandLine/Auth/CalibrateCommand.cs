using System.CommandLine;
using System.Globalization;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Auth.Evaluation;
using VoiceMed.Auth.Scoring;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed auth calibrate</c>: fits the likelihood ratios to recordings of known speakers.</summary>
internal static class CalibrateCommand
{
    private const string Description = """
        Fits the model's likelihood ratios to recordings of known speakers, best made with your own devices. Voiceprints stay valid.

        Every trial is used twice: as recorded, and made worse (another microphone, babble at 15 dB). Each corpus weighs the same.

        Examples:
          voicemed auth calibrate dev/
          voicemed auth calibrate ward-recordings/ --speaker-model my-model
        """;

    public static Command Create(Terminal terminal)
    {
        var folder = AuthOptions.EvaluationFolder();
        var voices = new VoiceChoice();
        var command = voices.AddModelTo(new Command("calibrate", Description) { folder });
        command.SetAction((parsed, cancellationToken) => AuthErrors.TranslateAsync(() => RunAsync(
            terminal, parsed.GetRequiredValue(folder), voices.ModelFolder(parsed), cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string folder, string modelFolder, CancellationToken cancellationToken)
    {
        var model = SpeakerModel.Load(modelFolder);
        var evaluator = new VerificationEvaluator(model, EvaluationSet.Open(folder));
        var trials = new List<ScoredTrial>();
        foreach (var degraded in (bool[])[false, true])
        {
            terminal.Message(degraded ? "Scoring the trials made worse" : "Scoring the trials");
            trials.AddRange(await evaluator.ScoreAsync(degraded, ward: true, cancellationToken).ConfigureAwait(false));
        }

        var name = new DirectoryInfo(folder).Name;
        var fitted = CalibrationFitter.Fit(trials, model.Calibration, string.Create(
            CultureInfo.InvariantCulture, $"{trials.Count} trials of {evaluator.Models} people in '{name}', as recorded and made worse"));
        SpeakerModel.SaveCalibration(modelFolder, fitted);
        terminal.Result(string.Create(
            CultureInfo.InvariantCulture,
            $"score {fitted.Score:F3}, offset {fitted.Offset:F3}, duration {fitted.Duration:F3}, score by duration {fitted.ScoreByDuration:F3}"));
        if (SpeakerSystem.InstalledXVectors() is { } installed)
        {
            terminal.Message($"Scoring the trials with {installed.Id}");
            var fusion = await EmbeddingFusionFitter.FitAsync(
                SpeakerModel.Load(modelFolder), SpeakerSystem.OpenXVectors(installed), EvaluationSet.Open(folder), fitted.Data, cancellationToken).ConfigureAwait(false);
            SpeakerModel.SaveFusion(modelFolder, fusion);
            terminal.Result(string.Create(
                CultureInfo.InvariantCulture, $"{fusion.System}: share {fusion.Share:F1}, strangers' cosine {fusion.Mean:F3} ± {fusion.Deviation:F3}"));
        }

        return ExitCode.Done;
    }
}
