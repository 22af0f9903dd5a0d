using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Tests.Support;
using VoiceMed.Auth.Trust;

namespace VoiceMed.Auth.Tests.Scoring;

/// <summary>What the demo shows: every doctor is answered under the default policy, the visitor never.</summary>
[Collection(DemoWardGroup.Name)]
public sealed class DemoVoicesTests(DemoWard ward)
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private readonly AccessPolicy _policy = PolicyFile.LoadDefault();

    [Theory]
    [InlineData("ru", "smirnova")]
    [InlineData("ru", "kuznetsov")]
    [InlineData("en", "carter")]
    [InlineData("en", "bennett")]
    public async Task Decide_DoctorAfterSecondFactor_EveryCommandIsAllowed(string language, string doctor)
    {
        var trust = new TrustTracker(_policy.Trust);
        trust.Confirm(doctor, SecondFactor.Pin, Start);
        var now = Start;
        foreach (var clip in DemoWard.Commands(language, doctor))
        {
            now += TimeSpan.FromSeconds(15);
            var evidence = ward.Identifier.Score(await DemoWard.ClipAsync(clip));
            trust.Observe(evidence, now);

            Assert.Equal(doctor, evidence.Doctor);
            var decision = _policy.Decide(new AccessRequest(Sensitivity.Restricted, "doctor", trust.Snapshot(now)));
            Assert.True(decision.Verdict == Verdict.Allow, $"{clip}: {decision.Reason}, {decision.Detail}");
        }
    }

    [Theory]
    [InlineData("ru", "smirnova")]
    [InlineData("ru", "kuznetsov")]
    [InlineData("en", "carter")]
    [InlineData("en", "bennett")]
    public async Task Decide_VisitorInDoctorsSession_NothingIsAllowed(string language, string doctor)
    {
        foreach (var clip in DemoWard.Commands(language, "visitor"))
        {
            var trust = new TrustTracker(_policy.Trust);
            trust.Confirm(doctor, SecondFactor.Pin, Start);
            foreach (var command in DemoWard.Commands(language, doctor).Take(3))
            {
                trust.Observe(ward.Identifier.Score(await DemoWard.ClipAsync(command)), Start);
            }

            trust.Observe(ward.Identifier.Score(await DemoWard.ClipAsync(clip)), Start);

            var decision = _policy.Decide(new AccessRequest(Sensitivity.Normal, "doctor", trust.Snapshot(Start)));
            Assert.True(decision.Verdict == Verdict.Refuse, $"{clip} as {doctor}: {decision.Verdict}, {decision.Detail}");
        }
    }

    [Fact]
    public async Task Decide_VisitorAtAFreshScreen_IsUnknown()
    {
        foreach (var language in (string[])["ru", "en"])
        {
            foreach (var clip in DemoWard.Commands(language, "visitor"))
            {
                var trust = new TrustTracker(_policy.Trust);

                Assert.Equal(TrustChange.Stranger, trust.Observe(ward.Identifier.Score(await DemoWard.ClipAsync(clip)), Start));
                var decision = _policy.Decide(new AccessRequest(Sensitivity.Normal, null, trust.Snapshot(Start)));
                Assert.Equal((Verdict.Refuse, ReasonCode.UnknownSpeaker), (decision.Verdict, decision.Reason));
            }
        }
    }

    [Fact]
    public async Task Observe_OtherDoctorSpeaks_StartsTheirOwnSessionWithNothingInherited()
    {
        var trust = new TrustTracker(_policy.Trust);
        trust.Confirm("smirnova", SecondFactor.Pin, Start);
        trust.Observe(ward.Identifier.Score(await DemoWard.ClipAsync("ru/smirnova/01-visits.wav")), Start);

        var change = trust.Observe(ward.Identifier.Score(await DemoWard.ClipAsync("ru/kuznetsov/01-visits.wav")), Start);

        Assert.Equal(TrustChange.HandedOver, change);
        var snapshot = trust.Snapshot(Start);
        Assert.Equal("kuznetsov", snapshot.Doctor);
        Assert.Empty(snapshot.Factors);
        Assert.True(snapshot.Probability < 0.9);
        Assert.Equal(ReasonCode.FactorNeeded, Weakest(_policy.Decide(new AccessRequest(Sensitivity.Normal, "doctor", snapshot))));

        static ReasonCode Weakest(Decision decision)
        {
            Assert.Equal(Verdict.Challenge, decision.Verdict);
            return decision.Reason is ReasonCode.TrustTooLow ? ReasonCode.FactorNeeded : decision.Reason;
        }
    }

    [Fact]
    public async Task Score_TwoVoicesInOneUtterance_SecondVoiceIsSeen()
    {
        short[] both =
        [
            .. await DemoWard.ClipAsync("ru/smirnova/01-visits.wav"), .. await DemoWard.ClipAsync("ru/kuznetsov/02-documents.wav"),
        ];

        var evidence = ward.Identifier.Score(both);

        Assert.True(evidence.Doctor is null || evidence.SpoofSigns.HasFlag(SpoofSigns.SecondVoice), $"{evidence.LogLikelihoodRatio}");
    }

    [Fact]
    public async Task BeginUtterance_FrameByFrame_ScoresAsTheWholeDoes()
    {
        var samples = await DemoWard.ClipAsync("en/carter/01-visits.wav");
        var stream = ward.Identifier.BeginUtterance();
        for (var utterance = 0; utterance < 2; utterance++)
        {
            for (var at = 0; at < samples.Length; at += 320)
            {
                stream.Accept(samples.AsSpan(at, Math.Min(320, samples.Length - at)));
            }

            Assert.Equal(ward.Identifier.Score(samples).LogLikelihoodRatio, stream.Finish().LogLikelihoodRatio, 1e-6);
        }
    }

    [Fact]
    public void Score_SilenceNoiseOrNothing_IsNobody()
    {
        foreach (var samples in (short[][])[[], new short[48000], Noise.White(48000, 2000)])
        {
            Assert.Null(ward.Identifier.Score(samples).Doctor);
        }
    }
}
