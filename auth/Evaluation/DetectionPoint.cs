namespace VoiceMed.Auth.Evaluation;

/// <summary>Error rates when everything at or above a threshold is accepted.</summary>
/// <param name="Threshold">Natural-logarithm likelihood ratio.</param>
/// <param name="FalseAcceptance">Share of non-targets accepted, 0 to 1.</param>
/// <param name="FalseRejection">Share of targets rejected, 0 to 1.</param>
public readonly record struct DetectionPoint(double Threshold, double FalseAcceptance, double FalseRejection);
