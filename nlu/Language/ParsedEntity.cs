namespace VoiceMed.Nlu.Language;

/// <summary>An entity found in an utterance.</summary>
/// <param name="Value">
/// The canonical value: digits for numbers and ordinals, <c>2026-03-03</c> for a date, <c>14:30</c> for a time and the half-open
/// ISO 8601 interval <c>2026-08-21/2026-11-21</c> for a period.
/// </param>
/// <param name="Length">How many words the entity took; at least 1.</param>
public readonly record struct ParsedEntity(string Value, int Length);
