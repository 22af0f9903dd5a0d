namespace VoiceMed.Nlu.Checking;

/// <summary>How well an intent is covered in one language. Immutable.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Language">The language.</param>
/// <param name="Sentences">How many templates it has.</param>
/// <param name="Tests">How many test utterances it has.</param>
/// <param name="Wanted">How many it should have: 40 when frequent, otherwise 20.</param>
/// <param name="HeldOut">
/// Share of its test utterances that a parser understands which did not learn from them (5-fold cross-validation), 0-1; null
/// when it has none.
/// </param>
/// <param name="ByTemplate">Share of its test utterances that a template matches, 0-1.</param>
public sealed record IntentCoverage(string Intent, string Language, int Sentences, int Tests, int Wanted, double? HeldOut, double? ByTemplate);
