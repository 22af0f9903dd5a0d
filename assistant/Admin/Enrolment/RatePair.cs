namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>One threshold's two error rates.</summary>
/// <param name="FalseAcceptance">Share of other speakers accepted, 0 to 1.</param>
/// <param name="FalseRejection">Share of the right speakers rejected, 0 to 1.</param>
public sealed record RatePair(double FalseAcceptance, double FalseRejection);
