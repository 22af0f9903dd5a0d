using VoiceMed.Auth.Challenge;
using VoiceMed.Auth.Evaluation;
using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Tests.Support;

namespace VoiceMed.Auth.Tests.Challenge;

/// <summary>The same with real people's digits (Free Spoken Digit Dataset, 8 kHz).</summary>
public sealed class RealDigitsTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [SkippableFact]
    public async Task Answer_RealPeoplesDigits_OnlyTheRightVoiceWithTheRightDigitsPasses()
    {
        Skip.IfNot(Directory.Exists(Repository.DevSpeakers), "needs the recordings of real people in ../shared");
        var model = SpeakerModel.Load(Repository.SpeakerModel);
        var set = EvaluationSet.Open(Repository.DevSpeakers);
        var templates = await new VerificationEvaluator(model, set).EnrolAsync(CancellationToken.None);
        var trials = set.ReadTrials().Where(t => t.Condition == "fsdd-3").ToArray();
        var identifier = new SpeakerIdentifier(
            model, [.. trials.Select(t => t.Model).Distinct().Select(m => new EnrolledSpeaker(m, templates[m]))]);
        var (passed, targets, leaked) = (0, 0, 0);
        foreach (var trial in trials)
        {
            var samples = await set.LoadAsync(trial.Speech, CancellationToken.None);
            var evidence = identifier.Score(samples);
            var right = Answer(trial.Model, "1234", "one two three four", evidence);
            var wrong = Answer(trial.Model, "1235", "one two three four", evidence);
            var replays = new ReplayDetector();
            Assert.False(replays.HeardBefore(samples));
            var again = evidence with { SpoofSigns = replays.HeardBefore(samples) ? SpoofSigns.Replay : SpoofSigns.None };
            var replay = Answer(trial.Model, "1234", "one two three four", again);

            Assert.Equal(ChallengeOutcome.WrongDigits, wrong);
            Assert.Equal(ChallengeOutcome.Replay, replay);
            targets += trial.IsTarget ? 1 : 0;
            passed += trial.IsTarget && right == ChallengeOutcome.Passed ? 1 : 0;
            leaked += !trial.IsTarget && right == ChallengeOutcome.Passed ? 1 : 0;
        }

        Assert.Equal(0, leaked);
        Assert.True(passed >= 0.9 * targets, $"{passed} of {targets} genuine answers passed");
    }

    private static ChallengeOutcome Answer(string doctor, string digits, string text, SpeakerEvidence evidence) =>
        DigitChallenge.WithDigits(doctor, new ChallengeRule(), Start, digits).Answer(text, "en", evidence, Start);
}
