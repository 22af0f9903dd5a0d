using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;

namespace VoiceMed.Auth.Tests.Trust;

public sealed class TrustTrackerTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Observe_AnyEvidence_ProbabilityStaysWithinBounds()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<double[]>(),
            ratios =>
            {
                var tracker = Opened();
                foreach (var ratio in ratios)
                {
                    tracker.Observe(Evidence("a", ratio), Start);
                    var snapshot = tracker.Snapshot(Start);
                    if (snapshot.Probability is not (>= 0 and <= 0.998))
                    {
                        return false;
                    }
                }

                return true;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Observe_UnlikelyUtterances_TrustFallsUntilTheSessionCloses()
    {
        var tracker = Opened();
        var last = tracker.Snapshot(Start).Probability;
        for (var i = 0; i < 20; i++)
        {
            var change = tracker.Observe(Evidence("a", -1), Start);
            if (change == TrustChange.Lost)
            {
                Assert.Null(tracker.Snapshot(Start).Doctor);
                return;
            }

            Assert.True(tracker.Snapshot(Start).Probability < last);
            last = tracker.Snapshot(Start).Probability;
        }

        Assert.Fail("The session stayed open.");
    }

    [Fact]
    public void Snapshot_AfterAHalfLifeOfSilence_ProbabilityIsHalved()
    {
        var tracker = Opened();

        Assert.Equal(0.45, tracker.Snapshot(Start + new TrustOptions().HalfLife).Probability, 1e-6);
    }

    [Fact]
    public void Snapshot_ClockSetBack_RestoresNothing()
    {
        var tracker = Opened();
        tracker.Observe(Evidence("a", 0), Start + TimeSpan.FromMinutes(10));
        var late = tracker.Snapshot(Start + TimeSpan.FromMinutes(10)).Probability;

        Assert.True(tracker.Snapshot(Start).Probability <= late);
    }

    [Fact]
    public void Observe_ReplayOrSecondVoice_NeverRaisesTrust()
    {
        foreach (var sign in (SpoofSigns[])[SpoofSigns.Replay, SpoofSigns.SecondVoice])
        {
            var tracker = Opened();
            tracker.Observe(Evidence("a", 9) with { SpoofSigns = sign }, Start);
            Assert.True(tracker.Snapshot(Start).Probability < 0.9);
            Assert.True(tracker.Snapshot(Start).LastLogLikelihoodRatio < 0);
        }
    }

    [Fact]
    public void Observe_TooShort_SaysNothingAndHandsNothingOver()
    {
        var tracker = Opened();

        var change = tracker.Observe(Evidence("b", 9) with { VoicedSeconds = 0.3 }, Start);

        Assert.Equal(TrustChange.Continued, change);
        Assert.Equal("a", tracker.Snapshot(Start).Doctor);
        Assert.True(tracker.Snapshot(Start).Probability <= 0.9);
    }

    [Fact]
    public void Observe_OtherDoctor_OpensTheirsWithoutTheFormersFactors()
    {
        var tracker = Opened();

        var change = tracker.Observe(
            Evidence("b", 5) with { Scores = [new DoctorScore("b", 5, 5), new DoctorScore("a", -5, -5)] }, Start);

        Assert.Equal(TrustChange.HandedOver, change);
        Assert.Equal("b", tracker.Snapshot(Start).Doctor);
        Assert.Empty(tracker.Snapshot(Start).Factors);
        Assert.True(tracker.Snapshot(Start).Probability < 0.9);
    }

    [Fact]
    public void Confirm_OtherDoctorsFactor_InheritsNothing()
    {
        var tracker = Opened();

        tracker.Confirm("b", SecondFactor.Badge, Start);

        Assert.Equal([SecondFactor.Badge], tracker.Snapshot(Start).Factors.Keys);
        Assert.Null(tracker.Snapshot(Start).VoiceConfirmedAt);
    }

    [Fact]
    public void Close_Always_ForgetsTheSession()
    {
        var tracker = Opened();
        tracker.Close(Start);

        Assert.Null(tracker.Snapshot(Start).Doctor);
        Assert.Empty(tracker.Snapshot(Start).Factors);
    }

    private static TrustTracker Opened()
    {
        var tracker = new TrustTracker();
        tracker.Confirm("a", SecondFactor.Pin, Start);
        return tracker;
    }

    private static SpeakerEvidence Evidence(string doctor, double ratio) => new()
    {
        Doctor = ratio > 0 ? doctor : null,
        LogLikelihoodRatio = ratio,
        VoicedSeconds = 2,
        Scores = [new DoctorScore(doctor, ratio, ratio)],
    };
}
