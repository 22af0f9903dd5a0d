namespace VoiceMed.Auth.Scoring;

/// <summary>How well an utterance fits one enrolled doctor.</summary>
/// <param name="Doctor">The doctor's identifier.</param>
/// <param name="LogLikelihoodRatio">Natural logarithm of how much likelier the utterance is from this doctor than from somebody else.</param>
/// <param name="Score">Normalised score behind it, the lead over the other doctors included.</param>
public sealed record DoctorScore(string Doctor, double LogLikelihoodRatio, double Score);
