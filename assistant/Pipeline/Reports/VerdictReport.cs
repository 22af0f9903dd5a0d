namespace VoiceMed.Assistant.Pipeline.Reports;

/// <summary>The <c>allowed</c> step of a turn.</summary>
/// <param name="Outcome">How the turn ended.</param>
/// <param name="Reason">The stable code of what decided, for example <c>voice.floor</c> or <c>consent.permit:c-1</c>.</param>
public sealed record VerdictReport(TurnOutcome Outcome, string Reason);
