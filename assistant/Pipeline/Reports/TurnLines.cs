using System.Globalization;

namespace VoiceMed.Assistant.Pipeline.Reports;

/// <summary>A turn's report as lines for a person at a terminal.</summary>
public static class TurnLines
{
    /// <summary>One line a step, in the order of the steps.</summary>
    public static IEnumerable<string> Of(TurnReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        yield return $"  heard     {report.Heard.Text}";
        yield return $"  who       {Who(report.Who)}";
        yield return $"  meant     {report.Meant.Intent}{Slots(report.Meant.Slots)}";
        if (report.Asked is { } asked)
        {
            yield return $"  asked     {asked.Operation}({string.Join(", ", asked.Arguments.Select(argument => $"{argument.Key}={argument.Value}"))})"
                + $" → {asked.Count}{(asked.Verified == true ? ", proof verified" : string.Empty)}";
        }

        yield return $"  verdict   {Name(report.Verdict.Outcome)} ({report.Verdict.Reason})";
        yield return $"  answered  {report.Answered.Speech}";
        yield return string.Create(CultureInfo.InvariantCulture, $"  latency   {report.Latency.FirstOutput:0} ms after the end of speech, {report.Latency.Endpointing:0} ms of it waiting for silence");
    }

    private static string Who(WhoReport who) => who.LogLikelihoodRatio is { } ratio
        ? string.Create(CultureInfo.InvariantCulture, $"{who.Doctor ?? "nobody known"}, log-likelihood ratio {ratio:+0.0;-0.0}, trust {who.Sure:P0}")
        : who.Doctor ?? "typed";

    private static string Slots(IReadOnlyDictionary<string, string> slots) =>
        slots.Count == 0 ? string.Empty : $" ({string.Join(", ", slots.Select(slot => $"{slot.Key}={slot.Value}"))})";

    private static string Name(TurnOutcome outcome) => outcome switch
    {
        TurnOutcome.NotUnderstood => "not understood",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
