namespace VoiceMed.LedgerClient.Fabric.Retry;

/// <summary>
/// Pauses that double up to a limit, each shortened at random by up to half, so that callers who failed together do not come back together.
/// Thread-safe.
/// </summary>
internal sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    /// <summary>The pause after a number of failures, counted from zero.</summary>
    public TimeSpan Next(int failures)
    {
        var full = First * Math.Pow(2, Math.Min(failures, 30));
        var capped = full > Longest ? Longest : full;
        return capped * (0.5 + 0.5 * Random.Shared.NextDouble());
    }
}
