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

    /// <summary>Likelihood ratio a doctor's own utterance of e ≈ 2.7 voiced seconds usually reaches.</summary>
    public double Genuine { get; init; } = 3;

    /// <summary>How much it grows with the natural logarithm of the duration.</summary>
    public double GenuineByDuration { get; init; } = 1;

    /// <summary>What the numbers were fitted on.</summary>
    public string Data { get; init; } = "";

    /// <summary>The score with its lead over the others.</summary>
    /// <param name="score">Normalised score of the claimed doctor.</param>
    /// <param name="bestOther">Best normalised score among the other doctors; negative infinity when there are none.</param>
    public double WithMargin(double score, double bestOther) => score + Margin * (score - Math.Max(bestOther, 0));

    /// <summary>
    /// The calibrated log-likelihood ratio. The bar of a doctor whose phrases fit each other far better than usual is raised by a part of
    /// that excess (client-dependent normalisation after Poh and Bengio, 2005): whoever merely resembles that voice stays below it.
    /// </summary>
    /// <param name="score">Score with margin.</param>
    /// <param name="voicedSeconds">Seconds of voice behind it; taken as at least 0.3 and at most 12.</param>
    /// <param name="selfFit">The template's <see cref="SpeakerTemplate.SelfFit"/>.</param>
    public double LogLikelihoodRatio(double score, double voicedSeconds, double selfFit = 1)
    {
        const double usualSelfFit = 1.25;
        const double raisedShare = 0.7;
        var duration = LogDuration(voicedSeconds);
        var ratio = Score * score + Offset + Duration * duration + ScoreByDuration * score * duration;
        return ratio - raisedShare * Math.Max(selfFit - usualSelfFit, 0) * UsualGenuine(voicedSeconds);
    }

    /// <summary>The likelihood ratio a doctor's own utterance of a length usually reaches; at least 0.5.</summary>
    public double UsualGenuine(double voicedSeconds) => Math.Max(Genuine + GenuineByDuration * LogDuration(voicedSeconds), 0.5);

    /// <summary>The duration as it enters the formulas: ln d − 1, d between 0.3 and 12 s.</summary>
    internal static double LogDuration(double voicedSeconds) => Math.Log(Math.Clamp(voicedSeconds, 0.3, 12)) - 1;
}
