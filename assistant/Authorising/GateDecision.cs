namespace VoiceMed.Assistant.Authorising;

/// <summary>What the policy says to one wish.</summary>
/// <param name="Verdict">Yes, not yet, or no.</param>
/// <param name="Reason">The stable code of the rule that decided, for example <c>voice.floor</c>.</param>
public sealed record GateDecision(GateVerdict Verdict, string Reason);
