namespace VoiceMed.Assistant.Bench;

/// <summary>One measured turn.</summary>
/// <param name="Clip">The recording that was spoken.</param>
/// <param name="Intent">What was understood.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="AsExpected">True when both are what the demo's script says.</param>
/// <param name="Milliseconds">From the last sounding sample to the first output on the wire, endpoint silence included.</param>
/// <param name="SoundMilliseconds">From the reply's text to its first sound on the wire; null when nothing was said aloud.</param>
public sealed record TurnMeasurement(string Clip, string Intent, string Outcome, bool AsExpected, double Milliseconds, double? SoundMilliseconds);
