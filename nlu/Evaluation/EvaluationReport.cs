namespace VoiceMed.Nlu.Evaluation;

/// <summary>How well utterances are understood. Rates are 0-1; null where there was nothing to measure.</summary>
/// <param name="Utterances">How many were tried.</param>
/// <param name="Threshold">The operating point: lower scores are rejected.</param>
/// <param name="Accuracy">Share of all utterances decided right, out-of-scope ones included.</param>
/// <param name="InScopeAccuracy">Share of the in-scope utterances decided right; a rejected one counts as wrong.</param>
/// <param name="OosRecall">Share of the out-of-scope utterances that are rejected.</param>
/// <param name="FalseRejection">Share of the in-scope utterances that are rejected.</param>
/// <param name="SlotAccuracy">Share of the utterances with expected slots whose intent and slots are right.</param>
/// <param name="MicrosPerParse">Median time of one parse in microseconds.</param>
/// <param name="TrainSeconds">How long training took, in seconds.</param>
/// <param name="Curve">What other thresholds would give.</param>
/// <param name="Errors">Every utterance decided wrong.</param>
public sealed record EvaluationReport(
    int Utterances, double Threshold, double Accuracy, double? InScopeAccuracy, double? OosRecall, double? FalseRejection, double? SlotAccuracy,
    double MicrosPerParse, double TrainSeconds, IReadOnlyList<CurvePoint> Curve, IReadOnlyList<EvaluationError> Errors)
{
    /// <summary>Sums up.</summary>
    public static EvaluationReport Of(IReadOnlyList<ScoredUtterance> scored, double threshold, double microsPerParse, double trainSeconds)
    {
        ArgumentNullException.ThrowIfNull(scored);
        var inScope = scored.Where(s => s.Expected.Intent != Parsing.ParseResult.None).ToArray();
        var outOfScope = scored.Where(s => s.Expected.Intent == Parsing.ParseResult.None).ToArray();
        var withSlots = inScope.Where(s => s.SlotsRight is not null).ToArray();
        return new EvaluationReport(
            scored.Count, Round(threshold), Share(scored, IsRight), Share(inScope, IsRight), Rate(outOfScope, IsRight),
            Rate(inScope, s => s.Decided == Parsing.ParseResult.None), Rate(withSlots, s => IsRight(s) && s.SlotsRight == true),
            Math.Round(microsPerParse, 1), Math.Round(trainSeconds, 2), MakeCurve(inScope, outOfScope),
            [.. scored.Where(s => !IsRight(s)).Select(s => new EvaluationError(s.Expected.Text, s.Expected.Intent, s.Decided, Round(s.Score)))]);
    }

    private static CurvePoint[] MakeCurve(ScoredUtterance[] inScope, ScoredUtterance[] outOfScope) =>
        [.. Enumerable.Range(0, 51).Select(i => i / 50.0).Select(t => new CurvePoint(
            t, Share(inScope, s => s.Best == s.Expected.Intent && s.Score >= t), Share(outOfScope, s => s.Score < t || s.Best == Parsing.ParseResult.None),
            Share(inScope, s => s.Score < t || s.Best == Parsing.ParseResult.None)))];

    private static bool IsRight(ScoredUtterance utterance) => utterance.Decided == utterance.Expected.Intent;

    private static double Share(IReadOnlyList<ScoredUtterance> of, Func<ScoredUtterance, bool> which) => Rate(of, which) ?? 0;

    private static double? Rate(IReadOnlyList<ScoredUtterance> of, Func<ScoredUtterance, bool> which) =>
        of.Count == 0 ? null : Round(of.Count(which) / (double)of.Count);

    private static double Round(double value) => Math.Round(value, 4);
}
