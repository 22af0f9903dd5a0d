namespace VoiceMed.Auth.Evaluation;

/// <summary>
/// How well scores separate targets from non-targets: equal error rate, minimum detection cost (NIST SRE, P(target) 0.01, unit costs,
/// normalised) and the cost of the log-likelihood ratio (Brümmer and du Preez, 2006). Immutable.
/// </summary>
/// <param name="Eer">Equal error rate in percent.</param>
/// <param name="MinDcf">Minimum normalised detection cost.</param>
/// <param name="Cllr">Cost of the log-likelihood ratio in bits; 1 is what saying nothing costs.</param>
/// <param name="Targets">Number of target trials.</param>
/// <param name="Nontargets">Number of non-target trials.</param>
public sealed record DetectionMetrics(double Eer, double MinDcf, double Cllr, int Targets, int Nontargets)
{
    private const double TargetPrior = 0.01;

    /// <summary>Measures scores that are natural-logarithm likelihood ratios. Returns <see langword="null"/> when either kind is missing.</summary>
    public static DetectionMetrics? Measure(IReadOnlyCollection<ScoredTrial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var targets = trials.Count(t => t.Trial.IsTarget);
        var nontargets = trials.Count - targets;
        if (targets == 0 || nontargets == 0)
        {
            return null;
        }

        var eer = 1.0;
        var smallestGap = double.PositiveInfinity;
        var cost = TargetPrior;
        foreach (var point in Curve(trials))
        {
            var gap = Math.Abs(point.FalseAcceptance - point.FalseRejection);
            if (gap < smallestGap)
            {
                (smallestGap, eer) = (gap, (point.FalseAcceptance + point.FalseRejection) / 2);
            }

            cost = Math.Min(cost, TargetPrior * point.FalseRejection + (1 - TargetPrior) * point.FalseAcceptance);
        }

        var bits = trials.GroupBy(t => t.Trial.IsTarget)
            .Sum(g => g.Average(t => SoftPlus(g.Key ? -t.LogLikelihoodRatio : t.LogLikelihoodRatio))) / (2 * Math.Log(2));
        return new DetectionMetrics(100 * eer, cost / TargetPrior, bits, targets, nontargets);
    }

    /// <summary>Error rates at every threshold, from the strictest on; equal scores fall on one side together.</summary>
    public static IEnumerable<DetectionPoint> Curve(IReadOnlyCollection<ScoredTrial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        double targets = trials.Count(t => t.Trial.IsTarget);
        var nontargets = trials.Count - targets;
        var (accepted, rejected) = (0, (int)targets);
        yield return new DetectionPoint(double.PositiveInfinity, 0, 1);
        foreach (var tie in trials.GroupBy(t => t.LogLikelihoodRatio).OrderByDescending(g => g.Key))
        {
            var genuine = tie.Count(t => t.Trial.IsTarget);
            rejected -= genuine;
            accepted += tie.Count() - genuine;
            yield return new DetectionPoint(tie.Key, accepted / nontargets, rejected / targets);
        }
    }

    private static double SoftPlus(double x) => x > 30 ? x : Math.Log(1 + Math.Exp(x));
}
