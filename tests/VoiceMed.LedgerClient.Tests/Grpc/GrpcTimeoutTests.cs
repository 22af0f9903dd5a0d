using FsCheck;
using FsCheck.Fluent;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Grpc;

public class GrpcTimeoutTests
{
    [Theory]
    [InlineData(1L, "1u")]
    [InlineData(50_000_000L, "5000000u")]
    [InlineData(999_999_990L, "99999999u")]
    [InlineData(999_999_991L, "100000m")]
    [InlineData(600_000_000L * 60 * 24, "86400000m")]
    [InlineData(long.MaxValue, "99999999H")]
    public void Format_Ticks_UsesTheFinestUnitThatFits(long ticks, string expected) =>
        Assert.Equal(expected, GrpcTimeout.Format(TimeSpan.FromTicks(ticks)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Format_NotPositive_Throws(long ticks) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GrpcTimeout.Format(TimeSpan.FromTicks(ticks)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("S")]
    [InlineData("-5S")]
    [InlineData("+5S")]
    [InlineData("5 S")]
    [InlineData("5s")]
    [InlineData("123456789S")]
    public void TryParse_Malformed_IsFalse(string? value) => Assert.False(GrpcTimeout.TryParse(value, out _));

    [Fact]
    public void TryParse_Nanoseconds_RoundsUp()
    {
        Assert.True(GrpcTimeout.TryParse("101n", out var timeout));
        Assert.Equal(2, timeout.Ticks);
    }

    [Fact]
    public void Format_AnyTime_IsReadBackNeverShorterAndWithinOnePartInTenThousand() =>
        Prop.ForAll(Gen.Choose(0, 60).SelectMany(bits => Gen.Choose(1, int.MaxValue).Select(part => Math.Max(1, (1L << bits) / int.MaxValue * part + part % (1L << Math.Min(bits, 30)))))
            .ToArbitrary(), ticks =>
        {
            var text = GrpcTimeout.Format(TimeSpan.FromTicks(ticks));
            return text.Length is >= 2 and <= 9 && GrpcTimeout.TryParse(text, out var read)
                && read.Ticks >= ticks && read.Ticks - ticks <= Math.Max(ticks / 10_000, TimeSpan.TicksPerMicrosecond);
        }).QuickCheckThrowOnFailure();
}
