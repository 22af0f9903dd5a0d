namespace VoiceMed.Assistant.Screen.Events;

/// <summary>Everything about a patient leaves the screen at once: trust was lost, the session was locked or ended.</summary>
/// <param name="Reason">The stable reason code, for example <c>trust.lost</c>.</param>
/// <param name="Text">What the screen says instead, in one sentence without patient data.</param>
public sealed record BlankEvent(string Reason, string Text) : ScreenEvent;
