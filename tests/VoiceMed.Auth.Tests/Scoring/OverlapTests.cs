using VoiceMed.Auth.Augmentation;
using VoiceMed.Auth.Evaluation;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Tests.Support;
using Xunit.Abstractions;

namespace VoiceMed.Auth.Tests.Scoring;

/// <summary>Somebody else speaks on top of the doctor, as loud, all the time: real people, 3 s.</summary>
public sealed class OverlapTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task Score_VoiceOnTopOfTheDoctors_LowersTheEvidence()
    {
        Skip.IfNot(Directory.Exists(Repository.DevSpeakers), "needs the recordings of real people in ../shared");
        var model = SpeakerModel.Load(Repository.SpeakerModel);
        var set = EvaluationSet.Open(Repository.DevSpeakers);
        var templates = await new VerificationEvaluator(model, set).EnrolAsync(CancellationToken.None);
        var trials = set.ReadTrials().Where(t => t.Condition == "ls-3").ToArray();
        var identifier = new SpeakerIdentifier(
            model, [.. trials.Select(t => t.Model).Distinct().Select(m => new EnrolledSpeaker(m, templates[m]))]);
        var floor = PolicyFile.LoadDefault().Sensitivities[Sensitivity.Normal].Floor;
        var others = trials.Where(t => !t.IsTarget).ToArray();
        var (pairs, lower, alonePassed, mixedPassed, alone, mixed) = (0, 0, 0, 0, 0.0, 0.0);
        foreach (var own in trials.Where(t => t.IsTarget))
        {
            var other = others.Where(t => t.Model == own.Model).ElementAt(pairs % others.Count(t => t.Model == own.Model));
            var clean = PcmConversion.ToDoubles(await set.LoadAsync(own.Speech, CancellationToken.None));
            var both = (double[])clean.Clone();
            var bystander = await set.LoadAsync(other.Speech, CancellationToken.None);
            NoiseMixer.Add(both, PcmConversion.ToDoubles(bystander), 0);
            var before = identifier.Score(PcmConversion.ToSamples(clean));
            var after = identifier.Score(PcmConversion.ToSamples(both));
            pairs++;
            lower += after.For(own.Model) < before.For(own.Model) || after.SpoofSigns.HasFlag(SpoofSigns.SecondVoice) ? 1 : 0;
            alonePassed += Passes(before, own.Model, floor);
            mixedPassed += Passes(after, own.Model, floor);
            alone += before.For(own.Model);
            mixed += after.For(own.Model);
        }

        output.WriteLine($"{pairs} pairs: evidence lower in {lower}, mean {alone / pairs:F2} alone and {mixed / pairs:F2} mixed; passed {alonePassed} alone, {mixedPassed} mixed");
        Assert.True(lower >= 0.9 * pairs, $"lower in {lower} of {pairs}");
        Assert.True(mixedPassed <= 0.5 * pairs, $"{mixedPassed} of {pairs} passed");
    }

    private static int Passes(SpeakerEvidence evidence, string doctor, double floor) =>
        evidence.For(doctor) >= floor && !evidence.SpoofSigns.HasFlag(SpoofSigns.SecondVoice) ? 1 : 0;
}
