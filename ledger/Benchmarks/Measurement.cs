namespace VoiceMed.Ledger.Benchmarks;

/// <summary>One measured figure.</summary>
/// <param name="What">What was done.</param>
/// <param name="Entries">How many entries the ledger had.</param>
/// <param name="PerSecond">How often a second.</param>
/// <param name="P50">The median latency, in milliseconds; null where only the rate makes sense.</param>
/// <param name="P99">The 99th percentile of the latency, in milliseconds; null where only the rate makes sense.</param>
public sealed record Measurement(string What, long Entries, double PerSecond, double? P50, double? P99)
{
    /// <summary>
    /// Processor time of this process for one, in milliseconds: what it costs however busy the machine is with other things; null where it was
    /// not measured.
    /// </summary>
    public double? CpuMilliseconds { get; init; }

    /// <summary>What to know when reading it, or null.</summary>
    public string? Note { get; init; }

    internal static Measurement Of(string what, long entries, List<double> latencies, double perSecond)
    {
        latencies.Sort();
        return new Measurement(
            what,
            entries,
            Math.Round(perSecond, 1),
            Math.Round(latencies[latencies.Count / 2], 3),
            Math.Round(latencies[(int)(latencies.Count * 0.99)], 3));
    }
}
