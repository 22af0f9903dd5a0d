using VoiceMed.Assistant.Screen.Cards;

namespace VoiceMed.Assistant.Pipeline.Reports;

/// <summary>The <c>answered</c> step of a turn.</summary>
/// <param name="Speech">What is said aloud; empty when the answer is for the screen only.</param>
/// <param name="Card">What the screen shows, or null when it stays as it is.</param>
public sealed record AnsweredReport(string Speech, Card? Card);
