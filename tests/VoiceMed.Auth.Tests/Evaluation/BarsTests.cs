using VoiceMed.Auth.Evaluation;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Tests.Support;

namespace VoiceMed.Auth.Tests.Evaluation;

/// <summary>The shipped model against the bars it has to hold, on recordings of people it was not trained on.</summary>
public sealed class BarsTests
{
    [SkippableTheory]
    [InlineData(false, "ls-1.5:3.4 ls-3:0.4 ls-5+:0.3 fsdd-1.5:8.5 fsdd-3:0 emo-neutral:3.5")]
    [InlineData(true, "ls-1.5:10 ls-3:6 ls-5+:2")]
    public async Task Score_DevTrials_EqualErrorRatesHoldTheBars(bool degraded, string bars)
    {
        Skip.IfNot(Directory.Exists(Repository.DevSpeakers), "needs the recordings of real people in ../shared");
        var evaluator = new VerificationEvaluator(SpeakerModel.Load(Repository.SpeakerModel), EvaluationSet.Open(Repository.DevSpeakers));

        var conditions = EvaluationConditions.Measure(await evaluator.ScoreAsync(degraded, ward: true, CancellationToken.None));

        foreach (var bar in bars.Split(' ').Select(b => b.Split(':')))
        {
            var limit = double.Parse(bar[1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(conditions[bar[0]].Eer <= limit, $"{bar[0]}: {conditions[bar[0]].Eer:F2} % is above {limit} %");
        }
    }

    [SkippableFact]
    public async Task Run_DevSessions_ImpostorsAreStoppedAndDoctorsAnswered()
    {
        Skip.IfNot(Directory.Exists(Repository.DevSpeakers), "needs the recordings of real people in ../shared");
        var simulator = await SessionSimulator.PrepareAsync(
            SpeakerModel.Load(Repository.SpeakerModel), EvaluationSet.Open(Repository.DevSpeakers), CancellationToken.None);

        var results = simulator.Run(PolicyFile.LoadDefault());

        Assert.True(results["ls"].GenuineGranted >= 0.95);
        Assert.True(results["ls"].TakeOversWithoutLeak >= 0.99);
        Assert.True(results["fsdd"].TakeOversWithoutLeak >= 0.95);
        Assert.All(results.Values, r => Assert.True(r.ColdGrants <= 0.01 && r.ColdGrantsWithStolenFactor <= 0.01));
    }
}
