namespace VoiceMed.Assistant.Pipeline.Reports;

/// <summary>The <c>who</c> step of a turn.</summary>
/// <param name="Doctor">The doctor whose voice it is, or null for nobody known.</param>
/// <param name="LogLikelihoodRatio">The utterance's own calibrated evidence, natural logarithm; null for typed text.</param>
/// <param name="VoicedSeconds">Seconds of voiced speech behind it.</param>
/// <param name="Trust">The session's trust after the utterance, in log-odds.</param>
/// <param name="Sure">The same as a probability, 0 to 1.</param>
public sealed record WhoReport(string? Doctor, double? LogLikelihoodRatio, double VoicedSeconds, double Trust, double Sure);
