using System.CommandLine;
using System.Globalization;
using VoiceMed.Assistant.Admin.Enrolment;
using VoiceMed.Auth.Evaluation;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed auth eval</c>: how well voices are told apart.</summary>
internal static class EvalCommand
{
    private const string Description = """
        Measures how well voices are told apart: equal error rate (percent), minimum detection cost and cost of the likelihood ratio.

        Trials whose note is "neutral" are also counted as a condition of their own. All models of the folder are enrolled as one ward, as
        in use; --alone judges each as if nobody else were enrolled. --degraded makes every test stretch worse first: another microphone,
        drawn at random, and babble at 15 dB.

        Examples:
          voicemed auth eval dev/
          voicemed auth eval dev/ --degraded --json
          voicemed auth eval dev/ --keep            shows on the admin's page from then on
        """;

    public static Command Create(Terminal terminal)
    {
        var folder = AuthOptions.EvaluationFolder();
        var degraded = new Option<bool>("--degraded") { Description = "Make the test stretches worse first." };
        var alone = new Option<bool>("--alone") { Description = "Judge each model as if nobody else were enrolled." };
        var voices = new VoiceChoice();
        var json = CommonOptions.Json();
        var keep = new Option<bool>("--keep") { Description = "Keep the picture of the scores for the admin's page." };
        var command = voices.AddTo(new Command("eval", Description) { folder, degraded, alone, json, keep });
        command.SetAction((parsed, cancellationToken) => AuthErrors.TranslateAsync(async () =>
        {
            var evaluator = new VerificationEvaluator(
                voices.LoadModel(parsed), EvaluationSet.Open(parsed.GetRequiredValue(folder)));
            var trials = await evaluator.ScoreAsync(
                parsed.GetValue(degraded), ward: !parsed.GetValue(alone), cancellationToken).ConfigureAwait(false);
            Print(terminal, trials, parsed.GetValue(json));
            if (parsed.GetValue(keep))
            {
                new CalibrationFile(voices.Data(parsed).Calibration).Write(trials, $"{trials.Count} trials of {Path.GetFileName(Path.GetFullPath(parsed.GetRequiredValue(folder)))}");
            }

            return ExitCode.Done;
        }));
        return command;
    }

    private static void Print(Terminal terminal, IReadOnlyList<ScoredTrial> trials, bool json)
    {
        var conditions = EvaluationConditions.Measure(trials);
        if (json)
        {
            terminal.ResultJson(new { trials = trials.Count, conditions });
            return;
        }

        terminal.Result($"{"condition",-16}{"EER %",8}{"minDCF",9}{"Cllr",8}{"targets",9}{"others",8}");
        foreach (var (name, m) in conditions)
        {
            terminal.Result(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-16}{m.Eer,8:F2}{m.MinDcf,9:F3}{m.Cllr,8:F3}{m.Targets,9}{m.Nontargets,8}"));
        }
    }
}
