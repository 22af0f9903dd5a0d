namespace VoiceMed.Assistant.Screen.Events;

/// <summary>A turn is over: its audit entry is written.</summary>
/// <param name="Turn">The turn's identifier, the same as in the audit.</param>
/// <param name="Intent">The intent's identifier, or <c>none</c>.</param>
/// <param name="Outcome"><c>answered</c>, <c>refused</c>, <c>challenged</c>, <c>asked</c>, <c>notUnderstood</c> or <c>failed</c>.</param>
/// <param name="LatencyMilliseconds">From the end of speech to the first output, in milliseconds.</param>
public sealed record TurnEvent(string Turn, string Intent, string Outcome, int LatencyMilliseconds) : ScreenEvent;
