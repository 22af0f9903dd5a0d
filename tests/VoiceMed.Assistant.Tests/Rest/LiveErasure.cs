using NodaTime;
using NodaTime.Text;
using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

/// <summary>Whether the live channel keeps records too long for erasure to be tried.</summary>
internal static class LiveErasure
{
    /// <summary>Skips the test where a record written today is kept beyond today.</summary>
    public static void SkipUnlessOver(string retainedUntil) => Skip.If(
        LocalDatePattern.Iso.Parse(retainedUntil).Value > Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InUtc().Date,
        $"This channel keeps records until {retainedUntil}; start the lab with VOICEMED_RETENTION_YEARS=0 to try erasure (docs/fabric.md)");
}
