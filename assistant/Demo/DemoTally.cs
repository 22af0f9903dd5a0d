using System.Globalization;
using System.Text.Json;
using VoiceMed.Assistant.Pipeline.Reports;

namespace VoiceMed.Assistant.Demo;

/// <summary>Counts how a recorded conversation came out. Not thread-safe.</summary>
public sealed class DemoTally
{
    private readonly List<double> _latencies = [];
    private int _turns;

    /// <summary>Turns that did not come out as the script says.</summary>
    public int Failed { get; private set; }

    /// <summary>Counts one turn.</summary>
    /// <param name="turn">The script's turn.</param>
    /// <param name="report">What came of it, or null for nothing.</param>
    /// <returns>Whether it came out as the script says.</returns>
    public bool Count(DemoTurn turn, TurnReport? report)
    {
        ArgumentNullException.ThrowIfNull(turn);
        _turns++;
        var asExpected = report is not null && report.Meant.Intent == turn.Expect.Intent
            && JsonSerializer.Serialize(report.Verdict.Outcome).Trim('"') == turn.Expect.Outcome;
        Failed += asExpected ? 0 : 1;
        if (report is not null)
        {
            _latencies.Add(report.Latency.FirstOutput);
        }

        return asExpected;
    }

    /// <summary>The whole conversation as one object for <c>--json</c>.</summary>
    /// <param name="sentences">How many sentences were synthesised.</param>
    public object Summary(int sentences) => new
    {
        turns = _turns,
        asExpected = _turns - Failed,
        failed = Failed,
        sentencesSpoken = sentences,
        latencyMilliseconds = new { p50 = Percentile(0.5), p95 = Percentile(0.95) },
    };

    /// <summary>The whole conversation as one line.</summary>
    /// <param name="sentences">How many sentences were synthesised.</param>
    public string Line(int sentences) => string.Create(
        CultureInfo.InvariantCulture,
        $"{_turns - Failed} of {_turns} turns as the script says; {sentences} sentences spoken; from end of speech to first output p50 {Percentile(0.5):0} ms, p95 {Percentile(0.95):0} ms.");

    private double Percentile(double share)
    {
        if (_latencies.Count == 0)
        {
            return 0;
        }

        var sorted = _latencies.Order().ToList();
        return sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
