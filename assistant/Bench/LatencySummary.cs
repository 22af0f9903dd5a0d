namespace VoiceMed.Assistant.Bench;

/// <summary>Quantiles of measured turns.</summary>
/// <param name="Turns">How many turns were spoken.</param>
/// <param name="AsExpected">How many came out as the script says.</param>
/// <param name="P50">Median, in milliseconds.</param>
/// <param name="P95">95th percentile, in milliseconds.</param>
/// <param name="Max">The slowest, in milliseconds.</param>
public sealed record LatencySummary(int Turns, int AsExpected, double P50, double P95, double Max)
{
    /// <summary>Sums turns up; those that nothing came of count as spoken and not as measured.</summary>
    public static LatencySummary Of(IReadOnlyCollection<TurnMeasurement> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var times = turns.Select(turn => turn.Milliseconds).Where(double.IsFinite).Order().ToArray();
        double At(double share) => times.Length == 0 ? double.NaN : times[Math.Min(times.Length - 1, (int)Math.Ceiling(share * times.Length) - 1)];
        return new LatencySummary(turns.Count, turns.Count(turn => turn.AsExpected), Math.Round(At(0.5)), Math.Round(At(0.95)), Math.Round(At(1)));
    }
}
