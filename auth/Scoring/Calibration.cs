namespace VoiceMed.Auth.Scoring;

/// <summary>
/// Turns a normalised score into a natural-logarithm likelihood ratio, taking into account how much was heard: short utterances must
/// stand out further. Form: a·s + b + c·(ln d − 1) + e·s·(ln d − 1), d in voiced seconds (logistic regression; Brümmer and du Preez,
/// 2006). Immutable.
/// </summary>
public sealed record Calibration
{
    /// <summary>Weight of the score; above 0.</summary>
    public required double Score { get; init; }

    /// <summary>Constant.</summary>
    public required double Offset { get; init; }

    /// <summary>Weight of the duration.</summary>
    public double Duration { get; init; }

    /// <summary>Weight of score times duration.</summary>
    public double ScoreByDuration { get; init; }

    /// <summary>
    /// How much the lead over the best other enrolled doctor adds to the score. Other doctors scoring below 0 count as 0, so that being
    /// alone is no advantage.
    /// </summary>
    public double Margin { get; init; }

    /// <summary>What the numbers were fitted on.</summary>
    public string Data { get; init; } = "";

    /// <summary>The score with its lead over the others.</summary>
    /// <param name="score">Normalised score of the claimed doctor.</param>
    /// <param name="bestOther">Best normalised score among the other doctors; negative infinity when there are none.</param>
    public double WithMargin(double score, double bestOther) => score + Margin * (score - Math.Max(bestOther, 0));

    /// <summary>The calibrated log-likelihood ratio.</summary>
    /// <param name="score">Score with margin.</param>
    /// <param name="voicedSeconds">Seconds of voice behind it; taken as at least 0.3 and at most 12.</param>
    public double LogLikelihoodRatio(double score, double voicedSeconds)
    {
        var duration = Math.Log(Math.Clamp(voicedSeconds, 0.3, 12)) - 1;
        return Score * score + Offset + Duration * duration + ScoreByDuration * score * duration;
    }
}
