namespace VoiceMed.Auth.Evaluation;

/// <summary>Divides scored trials into the conditions they are reported under. Thread-safe.</summary>
public static class EvaluationConditions
{
    private const string Neutral = "neutral";

    /// <summary>
    /// Measures each condition that has targets and non-targets, in the order of the list; where trials carry notes on the way of
    /// speaking, the calm ones (note "neutral") are measured again as <c>…-neutral</c>: <c>emo-1.5</c> gives <c>emo-neutral</c>.
    /// </summary>
    public static IReadOnlyDictionary<string, DetectionMetrics> Measure(IReadOnlyList<ScoredTrial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var conditions = new Dictionary<string, DetectionMetrics>();
        foreach (var group in trials.GroupBy(t => t.Trial.Condition))
        {
            Add(group.Key, [.. group]);
            if (group.Any(t => t.Trial.Note == Neutral))
            {
                Add(group.Key.Split('-')[0] + "-" + Neutral, [.. group.Where(t => t.Trial.Note == Neutral)]);
            }
        }

        return conditions;

        void Add(string name, IReadOnlyCollection<ScoredTrial> group)
        {
            if (DetectionMetrics.Measure(group) is { } metrics)
            {
                conditions[name] = metrics;
            }
        }
    }
}
