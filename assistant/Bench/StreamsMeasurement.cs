namespace VoiceMed.Assistant.Bench;

/// <summary>One round of conversations at many screens.</summary>
/// <param name="Latency">The turns of all screens.</param>
/// <param name="Cores">Processor cores the program kept busy on average, without the simulated screens.</param>
/// <param name="MemoryOfOne">Bytes of resident memory at the peak of a round with one screen, garbage included.</param>
/// <param name="MemoryPerFurther">Bytes at this round's peak beyond that, divided by the further screens; null where there are none.</param>
/// <param name="MemoryAfter">Bytes of resident memory after the round.</param>
/// <param name="ManagedAfter">Bytes of live managed objects after the round: tells a leak of objects from native memory that is not given back.</param>
public sealed record StreamsMeasurement(LatencySummary Latency, double Cores, long MemoryOfOne, long? MemoryPerFurther, long MemoryAfter, long ManagedAfter);
