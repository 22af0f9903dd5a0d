using VoiceMed.Auth.Evaluation;

namespace VoiceMed.Auth.Reports;

/// <summary>How one doctor fares, and the threshold at which nobody else in the trials would pass for them. Immutable.</summary>
/// <param name="Doctor">The doctor's identifier.</param>
/// <param name="Threshold">Likelihood ratio at which errors of both kinds are fewest, strangers weighing ten times as much.</param>
/// <param name="FalseAcceptance">Share of strangers accepted at it.</param>
/// <param name="FalseRejection">Share of the doctor's own utterances rejected at it.</param>
/// <param name="Advice">What to do.</param>
public sealed record DoctorThreshold(string Doctor, double Threshold, double FalseAcceptance, double FalseRejection, DoctorAdvice Advice)
{
    private const double StrangerWeight = 10;

    /// <summary>Measures every doctor with targets and non-targets, the weakest first.</summary>
    public static IReadOnlyList<DoctorThreshold> Measure(IReadOnlyList<ScoredTrial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return
        [
            .. trials.GroupBy(t => t.Trial.Model)
                .Where(g => g.Any(t => t.Trial.IsTarget) && g.Any(t => !t.Trial.IsTarget))
                .Select(g => Best(g.Key, [.. g]))
                .OrderByDescending(d => StrangerWeight * d.FalseAcceptance + d.FalseRejection),
        ];
    }

    private static DoctorThreshold Best(string doctor, IReadOnlyCollection<ScoredTrial> trials)
    {
        var best = DetectionMetrics.Curve(trials).Where(p => double.IsFinite(p.Threshold))
            .MinBy(p => StrangerWeight * p.FalseAcceptance + p.FalseRejection);
        var advice = best.FalseAcceptance > 0.02 ? DoctorAdvice.Confusable
            : best.FalseRejection > 0.2 ? DoctorAdvice.EnrolAgain
            : best.FalseRejection > 0.05 ? DoctorAdvice.Watch
            : DoctorAdvice.None;
        return new DoctorThreshold(doctor, best.Threshold, best.FalseAcceptance, best.FalseRejection, advice);
    }
}
