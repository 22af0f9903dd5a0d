using System.Text.Json;
using VoiceMed.Auth.Evaluation;

namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>The last measurement of the speaker model, kept as a picture: counts and rates, no voices and no names. Thread-safe.</summary>
/// <param name="path">The file; <c>voicemed auth eval DIR --keep</c> writes it.</param>
public sealed class CalibrationFile(string path) : ICalibrationDesk
{
    private const int Bins = 40;
    private const double Lowest = -20;
    private const double Highest = 20;
    private const int MaxPoints = 200;

    /// <inheritdoc/>
    public CalibrationPicture Read()
    {
        if (!File.Exists(path))
        {
            return new CalibrationPicture("Not measured on this machine yet: run 'voicemed auth eval DIR --keep'.", [], [], [], []);
        }

        return JsonSerializer.Deserialize<CalibrationPicture>(File.ReadAllText(path), JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{path} is damaged: measure again with 'voicemed auth eval DIR --keep'.");
    }

    /// <summary>Keeps a measurement.</summary>
    /// <param name="trials">The scored trials; both kinds must occur.</param>
    /// <param name="source">What was measured, in one sentence.</param>
    public void Write(IReadOnlyCollection<ScoredTrial> trials, string source)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var curve = DetectionMetrics.Curve(trials).ToList();
        var every = Math.Max(1, curve.Count / MaxPoints);
        var picture = new CalibrationPicture(
            source,
            [.. Enumerable.Range(0, Bins + 1).Select(i => Lowest + (i * (Highest - Lowest) / Bins))],
            Histogram(trials.Where(trial => trial.Trial.IsTarget)),
            Histogram(trials.Where(trial => !trial.Trial.IsTarget)),
            [.. curve.Where((_, i) => i % every == 0).Select(point => new RatePair(point.FalseAcceptance, point.FalseRejection))]);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, JsonSerializer.Serialize(picture, JsonSerializerOptions.Web));
    }

    private static int[] Histogram(IEnumerable<ScoredTrial> trials)
    {
        var counts = new int[Bins];
        foreach (var trial in trials)
        {
            var bin = (int)((trial.LogLikelihoodRatio - Lowest) / (Highest - Lowest) * Bins);
            counts[Math.Clamp(bin, 0, Bins - 1)]++;
        }

        return counts;
    }
}
