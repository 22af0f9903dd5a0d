using NodaTime;

namespace VoiceMed.Ledger.Tests.Support;

/// <summary>A clock that moves when a test says so. It starts at the real time, as the contract's tests expect.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = System.GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public Instant Now => Instant.FromDateTimeOffset(_now);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(Instant now) => _now = now.ToDateTimeOffset();

    public void Advance(Duration by) => _now += by.ToTimeSpan();
}
