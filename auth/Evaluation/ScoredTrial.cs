namespace VoiceMed.Auth.Evaluation;

/// <summary>A trial and what came of it.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Score">Normalised score, lead over the other doctors included.</param>
/// <param name="VoicedSeconds">Seconds of voice heard.</param>
/// <param name="LogLikelihoodRatio">Calibrated, natural logarithm.</param>
public sealed record ScoredTrial(VerificationTrial Trial, double Score, double VoicedSeconds, double LogLikelihoodRatio);
