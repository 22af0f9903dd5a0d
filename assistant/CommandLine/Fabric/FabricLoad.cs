using System.Diagnostics;
using System.Runtime.CompilerServices;
using VoiceMed.LedgerClient.Fabric;
using VoiceMed.LedgerClient.Fabric.Errors;

namespace VoiceMed.Assistant.CommandLine.Fabric;

/// <summary>The loads: 200 evaluates one at a time, 500 at 32, 50 submits one at a time, 500 at 32; each after the same warm-up.</summary>
internal static class FabricLoad
{
    private const int WarmUpSubmits = 5;
    private const int WarmUpEvaluates = 21;
    private const int ManyCallers = 32;

    public static async IAsyncEnumerable<LoadResult> RunAsync(
        Contract contract, int repeat, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        var question = ProposalOptions.WithArguments($"patient-{run}");
        Task AddAsync(string patient, string visit) => contract.SubmitAsync(
            "addHospitalVisit",
            ProposalOptions.WithArguments(patient, $"{run}-{visit}", "Hospital One", "cardiology", "2026-11-21", "планово"), cancellation);
        Task AskAsync(int call) => contract.EvaluateAsync("getHospitalVisits", question, cancellation);

        for (var i = 0; i < WarmUpSubmits; i++) await AddAsync($"patient-{run}", $"w{i}").ConfigureAwait(false);
        for (var i = 0; i < WarmUpEvaluates; i++) await AskAsync(i).ConfigureAwait(false);
        for (var i = 0; i < repeat; i++)
        {
            yield return await MeasureAsync("evaluate sequential", 200, 1, AskAsync).ConfigureAwait(false);
            yield return await MeasureAsync("evaluate concurrent", 500, ManyCallers, AskAsync).ConfigureAwait(false);
        }
        yield return await MeasureAsync("submit sequential", 50, 1, call => AddAsync($"seq-{run}", $"s{call}")).ConfigureAwait(false);
        yield return await MeasureAsync("submit concurrent", 500, ManyCallers, call => AddAsync($"con-{run}-{call % 50}", $"c{call}"))
            .ConfigureAwait(false);
    }

    private static async Task<LoadResult> MeasureAsync(string name, int calls, int callers, Func<int, Task> callAsync)
    {
        var times = new double[calls];
        var (next, failed) = (-1, 0);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            for (int call; (call = Interlocked.Increment(ref next)) < calls;)
            {
                var begun = Stopwatch.GetTimestamp();
                try
                {
                    await callAsync(call).ConfigureAwait(false);
                    times[call] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                }
                catch (Exception refused) when (refused is GatewayException or CommitException)
                {
                    times[call] = double.PositiveInfinity;
                    Interlocked.Increment(ref failed);
                }
            }
        })).ConfigureAwait(false);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var sorted = times.Where(double.IsFinite).Order().ToArray();
        return new LoadResult(
            name, calls, callers, failed, Quantile(sorted, 0.5), Quantile(sorted, 0.95), Quantile(sorted, 1), sorted.Length / seconds);
    }

    private static double Quantile(double[] sorted, double part) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(sorted.Length * part) - 1)];
}
