namespace VoiceMed.Assistant.Bench;

/// <summary>One round of conversations at many screens.</summary>
/// <param name="Latency">The turns of all screens.</param>
/// <param name="Cores">Processor cores busy on average, with the simulated screens, which run in the same process.</param>
/// <param name="MemoryBefore">Bytes of memory in use before the round.</param>
/// <param name="MemoryPerStream">Bytes at the peak beyond that, divided by the screens.</param>
/// <param name="MemoryAfter">Bytes in use after the round.</param>
/// <param name="ManagedAfter">Bytes of live managed objects after the round: tells a leak of objects from native memory that is not given back.</param>
public sealed record StreamsMeasurement(LatencySummary Latency, double Cores, long MemoryBefore, long MemoryPerStream, long MemoryAfter, long ManagedAfter);
