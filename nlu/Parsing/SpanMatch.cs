namespace VoiceMed.Nlu.Parsing;

/// <summary>A rule or slot matched from a known start to <paramref name="End"/> (exclusive).</summary>
internal readonly record struct SpanMatch(int End, int Score, string? Value, SlotBinding? Slots);
