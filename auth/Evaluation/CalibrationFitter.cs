using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Evaluation;

/// <summary>
/// Fits a <see cref="Calibration"/> to scored trials by logistic regression (Newton's method). Each corpus, and in it targets and
/// non-targets, weigh the same, so that the largest corpus does not set everybody's threshold. Thread-safe.
/// </summary>
public static class CalibrationFitter
{
    private const int Parameters = 4;
    private const int Iterations = 50;

    /// <summary>Pulls the parameters gently towards 0, so that a handful of speakers cannot make the fit certain of itself.</summary>
    private const double Ridge = 0.002;

    /// <summary>Fits the score's weight, the offset and the two weights of duration; the margin is kept as it is.</summary>
    /// <param name="trials">Scored trials with targets and non-targets in every corpus; the corpus is the condition up to its first hyphen.</param>
    /// <param name="current">The calibration whose margin the scores were made with.</param>
    /// <param name="data">What the trials are, for the record.</param>
    /// <exception cref="EvaluationException">A corpus lacks targets or non-targets.</exception>
    public static Calibration Fit(IReadOnlyCollection<ScoredTrial> trials, Calibration current, string data)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(current);
        var points = Weigh(trials);
        var parameters = new double[Parameters];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var step = NewtonStep(points, parameters);
            for (var i = 0; i < Parameters; i++)
            {
                parameters[i] -= step[i];
            }

            if (step.Sum(Math.Abs) < 1e-10)
            {
                break;
            }
        }

        if (parameters[0] <= 0)
        {
            throw new EvaluationException("The scores do not separate targets from non-targets: check the labels of the trials.");
        }

        var fitted = current with
        {
            Score = parameters[0],
            Offset = parameters[1],
            Duration = parameters[2],
            ScoreByDuration = parameters[3],
            Data = data,
        };
        var (level, slope) = FitGenuine(points, fitted);
        return fitted with { Genuine = level, GenuineByDuration = slope };
    }

    private static List<Point> Weigh(IReadOnlyCollection<ScoredTrial> trials)
    {
        var points = new List<Point>();
        var corpora = trials.GroupBy(t => t.Trial.Condition.Split('-')[0]).ToArray();
        foreach (var corpus in corpora)
        {
            var targets = corpus.Count(t => t.Trial.IsTarget);
            var others = corpus.Count() - targets;
            if (targets == 0 || others == 0)
            {
                throw new EvaluationException($"The condition {corpus.Key} lacks {(targets == 0 ? "targets" : "non-targets")}: calibration needs both.");
            }

            points.AddRange(corpus.Select(t => new Point(
                Inputs(t), t.Trial.IsTarget ? 1 : 0, 0.5 / corpora.Length / (t.Trial.IsTarget ? targets : others))));
        }

        return points;
    }

    private static double[] Inputs(ScoredTrial trial)
    {
        var duration = Calibration.LogDuration(trial.VoicedSeconds);
        return [trial.Score, 1, duration, trial.Score * duration];
    }

    /// <summary>Weighted least squares of the targets' likelihood ratios over the logarithm of their duration.</summary>
    private static (double Level, double Slope) FitGenuine(List<Point> points, Calibration fitted)
    {
        double weight = 0, x = 0, y = 0, xx = 0, xy = 0;
        foreach (var point in points.Where(p => p.Label > 0))
        {
            var duration = point.Inputs[2];
            var ratio = fitted.Score * point.Inputs[0] + fitted.Offset + fitted.Duration * duration + fitted.ScoreByDuration * point.Inputs[3];
            weight += point.Weight;
            x += point.Weight * duration;
            y += point.Weight * ratio;
            xx += point.Weight * duration * duration;
            xy += point.Weight * duration * ratio;
        }

        var spread = xx - x * x / weight;
        var slope = spread < 1e-9 ? 0 : Math.Max((xy - x * y / weight) / spread, 0);
        return (y / weight - slope * x / weight, slope);
    }

    private static double[] NewtonStep(List<Point> points, double[] parameters)
    {
        var gradient = new double[Parameters];
        var hessian = new double[Parameters, Parameters];
        for (var i = 0; i < Parameters; i++)
        {
            gradient[i] = Ridge * parameters[i];
            hessian[i, i] = Ridge;
        }

        foreach (var point in points)
        {
            var predicted = 1 / (1 + Math.Exp(-point.Inputs.Zip(parameters, (x, p) => x * p).Sum()));
            for (var i = 0; i < Parameters; i++)
            {
                gradient[i] += point.Weight * (predicted - point.Label) * point.Inputs[i];
                for (var j = 0; j < Parameters; j++)
                {
                    hessian[i, j] += point.Weight * predicted * (1 - predicted) * point.Inputs[i] * point.Inputs[j];
                }
            }
        }

        return [.. MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(hessian)
            .Solve(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(gradient))];
    }

    private sealed record Point(double[] Inputs, double Label, double Weight);
}
