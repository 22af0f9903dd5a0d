namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>Scores as a picture: how often which log-likelihood ratio was seen, and the detection error trade-off.</summary>
/// <param name="Source">What the scores come from, in one sentence.</param>
/// <param name="Edges">The histogram's bin edges, ascending; one more than bins.</param>
/// <param name="Targets">Counts of scores of the same speaker, a bin each.</param>
/// <param name="Impostors">Counts of scores of other speakers, a bin each.</param>
/// <param name="Tradeoff">Pairs of false acceptance and false rejection rate, 0 to 1, over all thresholds.</param>
public sealed record CalibrationPicture(
    string Source, IReadOnlyList<double> Edges, IReadOnlyList<int> Targets, IReadOnlyList<int> Impostors, IReadOnlyList<RatePair> Tradeoff);
