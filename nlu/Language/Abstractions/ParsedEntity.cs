namespace VoiceMed.Nlu.Language;

/// <summary>A built-in entity found in an utterance.</summary>
/// <param name="Value">
/// Canonical value, free of language and of today's date. number: digits ("3", "36.6"); ordinal: digits, "-1" for "last";
/// date: ISO 8601 ("2025-03-03", "--03-03" without a year) or "today", "yesterday", "P2D" (two days ago),
/// "last-monday" (the latest one before today);
/// period: "P3M" (the last three months), "today", "yesterday", "this-week", "last-week", "this-month", "last-month",
/// "this-year", "last-year", a calendar unit ("2025", "2025-03", "--03", a date), an open or closed interval with "/"
/// ("--01/..", "../2025-03", "2025-01/2025-03", seasons as "last-spring/.."),
/// "-P2W" (the week two weeks back), "last-year-03" (March of last year), ".." (all time); <see cref="Calendar.PeriodResolver"/> gives
/// the days; time: "HH:mm".
/// </param>
/// <param name="TokenCount">How many words it took, at least 1.</param>
public readonly record struct ParsedEntity(string Value, int TokenCount);
