using VoiceMed.Auth.Evaluation;

namespace VoiceMed.Auth.Tests.Evaluation;

public sealed class DetectionMetricsTests
{
    [Fact]
    public void Measure_SeparatedScores_HasNoErrors()
    {
        var metrics = DetectionMetrics.Measure([.. Trials(true, 5, 6, 7), .. Trials(false, -5, -6)])!;

        Assert.Equal((0, 0, 3, 2), (metrics.Eer, metrics.MinDcf, metrics.Targets, metrics.Nontargets));
        Assert.InRange(metrics.Cllr, 0, 0.02);
    }

    [Fact]
    public void Measure_SameScoresForAll_SaysNothing()
    {
        var metrics = DetectionMetrics.Measure([.. Trials(true, 0, 0), .. Trials(false, 0, 0)])!;

        Assert.Equal(50, metrics.Eer);
        Assert.Equal(1, metrics.MinDcf, 1e-9);
        Assert.Equal(1, metrics.Cllr, 1e-9);
    }

    [Fact]
    public void Measure_OneErrorOfFourOnEachSide_IsAQuarter() =>
        Assert.Equal(25, DetectionMetrics.Measure([.. Trials(true, 1, 2, 3, -1), .. Trials(false, -3, -2, -4, 0.5)])!.Eer);

    [Fact]
    public void Measure_OneKindMissing_IsNothing() => Assert.Null(DetectionMetrics.Measure([.. Trials(true, 1)]));

    private static IEnumerable<ScoredTrial> Trials(bool target, params double[] ratios) => ratios.Select(ratio =>
        new ScoredTrial(new VerificationTrial("c", "m", new AudioStretch("f", 0, 1), target, ""), ratio, 1, ratio));
}
