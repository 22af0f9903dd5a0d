namespace VoiceMed.Assistant.Screen.Events;

/// <summary>The question was refused. What was on the screen stays only if a <see cref="BlankEvent"/> does not follow.</summary>
/// <param name="Reason">The stable reason code, for example <c>voice.unverified</c>.</param>
/// <param name="Text">The reason in one sentence that can be said aloud.</param>
public sealed record RefusedEvent(string Reason, string Text) : ScreenEvent;
