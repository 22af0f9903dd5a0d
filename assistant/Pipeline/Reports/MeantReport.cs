namespace VoiceMed.Assistant.Pipeline.Reports;

/// <summary>The <c>meant</c> step of a turn.</summary>
/// <param name="Intent">The intent's identifier, <c>none</c> when nothing fits.</param>
/// <param name="Slots">The slots' canonical values.</param>
/// <param name="Confidence">The parser's confidence, 0 to 1.</param>
public sealed record MeantReport(string Intent, IReadOnlyDictionary<string, string> Slots, double Confidence);
