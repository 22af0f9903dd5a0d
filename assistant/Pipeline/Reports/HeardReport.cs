namespace VoiceMed.Assistant.Pipeline.Reports;

/// <summary>The <c>heard</c> and <c>said</c> steps of a turn.</summary>
/// <param name="Text">The words the turn was understood by.</param>
/// <param name="Grammar">What the phrase list alone would have made of it; null for typed text.</param>
/// <param name="Free">What free decoding alone would have made of it; null for typed text.</param>
/// <param name="Agreement">How far the two agree; null for typed text.</param>
/// <param name="Confidence">The recogniser's confidence, 0 to 1; 1 for typed text.</param>
/// <param name="Seconds">The utterance's length in seconds; 0 for typed text.</param>
public sealed record HeardReport(string Text, string? Grammar, string? Free, string? Agreement, double Confidence, double Seconds);
