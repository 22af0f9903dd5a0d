namespace VoiceMed.Assistant.Bench;

/// <summary>Quantiles of measured turns.</summary>
/// <param name="Turns">How many turns were spoken.</param>
/// <param name="AsExpected">How many came out as the script says.</param>
/// <param name="P50">Median, in milliseconds.</param>
/// <param name="P95">95th percentile, in milliseconds.</param>
/// <param name="Max">The slowest, in milliseconds.</param>
/// <param name="SoundP50">Median from a reply's text to its first sound, in milliseconds; null when nothing was said aloud.</param>
/// <param name="SoundP95">95th percentile of the same.</param>
public sealed record LatencySummary(int Turns, int AsExpected, double P50, double P95, double Max, double? SoundP50, double? SoundP95)
{
    /// <summary>Sums turns up; those that nothing came of count as spoken and not as measured.</summary>
    public static LatencySummary Of(IReadOnlyCollection<TurnMeasurement> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var times = turns.Select(turn => turn.Milliseconds).Where(double.IsFinite).Order().ToArray();
        var sounds = turns.Select(turn => turn.SoundMilliseconds).OfType<double>().Order().ToArray();
        return new LatencySummary(
            turns.Count, turns.Count(turn => turn.AsExpected), At(times, 0.5) ?? double.NaN, At(times, 0.95) ?? double.NaN, At(times, 1) ?? double.NaN,
            At(sounds, 0.5), At(sounds, 0.95));
    }

    private static double? At(double[] sorted, double share) =>
        sorted.Length == 0 ? null : Math.Round(sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)]);
}
