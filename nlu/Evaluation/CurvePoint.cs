namespace VoiceMed.Nlu.Evaluation;

/// <summary>What one threshold gives. Rates are 0-1.</summary>
/// <param name="Threshold">Utterances with a lower score are rejected.</param>
/// <param name="InScopeAccuracy">Share of the in-scope utterances with the right intent; a rejected one counts as wrong.</param>
/// <param name="OosRecall">Share of the out-of-scope utterances that are rejected.</param>
/// <param name="FalseRejection">Share of the in-scope utterances that are rejected.</param>
public sealed record CurvePoint(double Threshold, double InScopeAccuracy, double OosRecall, double FalseRejection);
