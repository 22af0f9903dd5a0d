using VoiceMed.Auth.Enrolment;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Tests.Support;
using VoiceMed.Auth.Trust;

namespace VoiceMed.Auth.Tests.Enrolment;

[Collection(DemoWardGroup.Name)]
public sealed class TemplateAdaptationTests(DemoWard ward)
{
    private static readonly TrustSnapshot Trusted = new()
    {
        Doctor = "carter",
        Probability = 0.995,
        Factors = new Dictionary<SecondFactor, DateTimeOffset> { [SecondFactor.Pin] = DateTimeOffset.UnixEpoch },
    };

    [Fact]
    public async Task Adapt_StrongEvidence_ChangesTheTemplateAndKeepsTheEnrolledOne()
    {
        var before = ward.Voiceprints.First(v => v.Doctor == "carter");
        var clip = await DemoWard.ClipAsync("en/carter/02-documents.wav");

        var after = TemplateAdaptation.Adapt(ward.Model, before, clip, ward.Identifier.Score(clip), Trusted)!;

        Assert.Equal(1, after.Adaptations);
        Assert.Same(before.Enrolled, after.Enrolled);
        Assert.NotEqual(before.Template.Vectors[0].Values, after.Template.Vectors[0].Values);
        var other = await DemoWard.ClipAsync("en/carter/01-visits.wav");
        var stranger = await DemoWard.ClipAsync("en/visitor/05-visits.wav");
        var adapted = new SpeakerIdentifier(ward.Model, [new EnrolledSpeaker("carter", after.Template)]);
        Assert.True(adapted.Score(other).LogLikelihoodRatio > 3);
        Assert.True(adapted.Score(stranger).LogLikelihoodRatio < 1);
    }

    [Fact]
    public async Task Adapt_WeakEvidence_ChangesNothing()
    {
        var voiceprint = ward.Voiceprints.First(v => v.Doctor == "carter");
        var clip = await DemoWard.ClipAsync("en/carter/02-documents.wav");
        var evidence = ward.Identifier.Score(clip);

        Assert.Null(TemplateAdaptation.Adapt(ward.Model, voiceprint, clip, evidence, Trusted with { Probability = 0.98 }));
        Assert.Null(TemplateAdaptation.Adapt(ward.Model, voiceprint, clip, evidence, Trusted with { Doctor = "bennett" }));
        Assert.Null(TemplateAdaptation.Adapt(ward.Model, voiceprint, clip, evidence, new TrustSnapshot { Doctor = "carter", Probability = 0.995 }));
        Assert.Null(TemplateAdaptation.Adapt(ward.Model, voiceprint, clip, evidence with { LogLikelihoodRatio = 2.9 }, Trusted));
        Assert.Null(TemplateAdaptation.Adapt(ward.Model, voiceprint, clip, evidence with { SpoofSigns = SpoofSigns.SecondVoice }, Trusted));
        Assert.Null(TemplateAdaptation.Adapt(
            ward.Model, voiceprint with { Adaptations = TemplateAdaptation.MostAdaptations }, clip, evidence, Trusted));
    }
}
