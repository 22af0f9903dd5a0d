using System.Globalization;

namespace VoiceMed.Assistant.CommandLine.Fabric;

/// <summary>What one load measured. Times are in milliseconds from the call to its whole answer.</summary>
internal sealed record LoadResult(string Load, int Calls, int Callers, int Failed, double P50, double P95, double Max, double PerSecond)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Load} | n={Calls} conc={Callers} ok={Calls - Failed} | p50 {P50:F1} ms | p95 {P95:F1} ms | max {Max:F1} | {PerSecond:F1} /s");
}
