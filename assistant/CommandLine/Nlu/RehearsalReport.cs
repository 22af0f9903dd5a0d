namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary>What came of a rehearsal in one language. Rates are 0-1.</summary>
/// <param name="Language">The language.</param>
/// <param name="Clips">How many clips were heard.</param>
/// <param name="ByCondition">Share of the clips with the right intent, by noise.</param>
/// <param name="ByIntent">The same by intent.</param>
/// <param name="LostWords">Words that were said and not heard, the most frequent first.</param>
/// <param name="Confused">Pairs "expected → understood", the most frequent first.</param>
internal sealed record RehearsalReport(
    string Language, int Clips, IReadOnlyDictionary<string, double> ByCondition, IReadOnlyDictionary<string, double> ByIntent,
    IReadOnlyDictionary<string, int> LostWords, IReadOnlyDictionary<string, int> Confused);
