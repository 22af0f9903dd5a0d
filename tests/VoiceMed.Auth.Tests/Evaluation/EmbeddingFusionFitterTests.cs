using VoiceMed.Auth.Evaluation;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Tests.Support;

namespace VoiceMed.Auth.Tests.Evaluation;

/// <summary>The fusion is fitted to one half of the people and judged on the other.</summary>
public sealed class EmbeddingFusionFitterTests : IDisposable
{
    private static readonly SpeakerModel Gaussian = SpeakerModel.Load(Repository.SpeakerModel);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task FitAsync_RealPeople_OnOthersNoWorseThanEitherAloneAndCalibrated()
    {
        Skip.IfNot(Directory.Exists(Repository.DevSpeakers), "needs the recordings of real people in ../shared");
        var (fitting, judging) = (Half("fitting", 0), Half("judging", 1));
        var embedder = new MeanCepstrum(Gaussian);

        var fusion = await EmbeddingFusionFitter.FitAsync(Gaussian, embedder, fitting, "half of the people", CancellationToken.None);

        Assert.Equal(embedder.System, fusion.System);
        var fused = await JudgeAsync(Gaussian.With(embedder, fusion), judging);
        var gaussian = await JudgeAsync(await CalibratedAsync(calibration => new SpeakerModel(Gaussian.Id, Gaussian.Systems, calibration), fitting), judging);
        var alone = fusion with { Share = 0.999 };
        var second = await JudgeAsync(await CalibratedAsync(calibration => Gaussian.With(embedder, alone with { Calibration = calibration }), fitting), judging);
        var words = $"share {fusion.Share}: fused {Of(fused)}, Gaussian {Of(gaussian)}, second {Of(second)}";
        Assert.True(fused.Metrics.Cllr <= gaussian.Metrics.Cllr + 0.02 && fused.Metrics.Cllr < second.Metrics.Cllr, words);
        Assert.True(fused.Metrics.Eer <= gaussian.Metrics.Eer + 0.5 && fused.Metrics.Eer < second.Metrics.Eer, words);

        // Calibrated: what the ratios cost is near what the best ratios of these very scores would.
        Assert.True(fused.Metrics.Cllr <= fused.Best + 0.1, words);
    }

    private static string Of((DetectionMetrics Metrics, double Best) judged) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"EER {judged.Metrics.Eer:F2} %, Cllr {judged.Metrics.Cllr:F3} (best {judged.Best:F3})");

    private static async Task<SpeakerModel> CalibratedAsync(Func<Calibration, SpeakerModel> with, EvaluationSet set)
    {
        var raw = with(Gaussian.Calibration);
        return with(CalibrationFitter.Fit(await ScoreAsync(raw, set), raw.Calibration, "half of the people"));
    }

    private static async Task<(DetectionMetrics Metrics, double Best)> JudgeAsync(SpeakerModel model, EvaluationSet set)
    {
        var trials = await ScoreAsync(model, set);
        var refitted = CalibrationFitter.Fit(trials, model.Calibration, "the judging half itself");
        var best = trials.Select(t => t with { LogLikelihoodRatio = refitted.LogLikelihoodRatio(t.Score, t.VoicedSeconds) }).ToArray();
        return (DetectionMetrics.Measure(trials)!, DetectionMetrics.Measure(best)!.Cllr);
    }

    private static async Task<IReadOnlyList<ScoredTrial>> ScoreAsync(SpeakerModel model, EvaluationSet set)
    {
        var evaluator = new VerificationEvaluator(model, set);
        return
        [
            .. await evaluator.ScoreAsync(degraded: false, ward: true, CancellationToken.None),
            .. await evaluator.ScoreAsync(degraded: true, ward: true, CancellationToken.None),
        ];
    }

    // Every second LibriSpeech reader and Emo-DB actor with the trials that claim them, named by absolute paths.
    private EvaluationSet Half(string name, int parity)
    {
        var enrolment = File.ReadAllLines(Path.Combine(Repository.DevSpeakers, "enrol.tsv"));
        var models = enrolment.Skip(1).Select(line => line.Split('\t')[0]).Where(model => model.StartsWith("ls", StringComparison.Ordinal) || model.StartsWith("emo", StringComparison.Ordinal)).Distinct()
            .Where((_, i) => i % 2 == parity).ToHashSet(StringComparer.Ordinal);
        var trials = File.ReadAllLines(Path.Combine(Repository.DevSpeakers, "trials.tsv"));
        var half = Directory.CreateDirectory(_folder.File(name)).FullName;
        File.WriteAllLines(
            Path.Combine(half, "enrol.tsv"),
            [enrolment[0], .. enrolment.Skip(1).Select(line => line.Split('\t')).Where(row => models.Contains(row[0])).Select(row => Absolute(row, 2))]);
        File.WriteAllLines(
            Path.Combine(half, "trials.tsv"),
            [trials[0], .. trials.Skip(1).Select(line => line.Split('\t')).Where(row => row[1] is "ls-3" or "emo-1.5" && models.Contains(row[2])).Select(row => Absolute(row, 3))]);
        return EvaluationSet.Open(half);
    }

    private static string Absolute(string[] row, int file) =>
        string.Join('\t', row.Select((cell, i) => i == file ? Path.GetFullPath(Path.Combine(Repository.DevSpeakers, cell)) : cell));
}
