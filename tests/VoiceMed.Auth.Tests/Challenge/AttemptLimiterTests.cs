using VoiceMed.Auth.Challenge;
using VoiceMed.Auth.Policy;

namespace VoiceMed.Auth.Tests.Challenge;

public sealed class AttemptLimiterTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Fail_FiveTimes_WaitsThirtySecondsAndAlertsOnce()
    {
        var limiter = new AttemptLimiter(new LockoutRule());
        var alerts = new List<LockoutAlert>();

        for (var i = 0; i < 5; i++)
        {
            Assert.False(limiter.IsLockedOut(Start));
            if (limiter.Fail(Start) is { } alert)
            {
                alerts.Add(alert);
            }
        }

        Assert.True(limiter.IsLockedOut(Start));
        Assert.True(limiter.IsLockedOut(Start + TimeSpan.FromSeconds(29.9)));
        Assert.False(limiter.IsLockedOut(Start + TimeSpan.FromSeconds(30)));
        Assert.Equal(Start + TimeSpan.FromSeconds(30), Assert.Single(alerts).Until);
    }

    [Fact]
    public void Fail_TenTimes_OnlyAFactorHelps()
    {
        var limiter = new AttemptLimiter(new LockoutRule());
        LockoutAlert? last = null;

        for (var i = 0; i < 10; i++)
        {
            last = limiter.Fail(Start);
        }

        Assert.True(limiter.IsLockedOut(Start + TimeSpan.FromDays(1)));
        Assert.Null(last!.Until);
        limiter.Succeed();
        Assert.False(limiter.IsLockedOut(Start));
        Assert.Equal(0, limiter.Failures);
    }
}
