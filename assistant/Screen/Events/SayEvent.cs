namespace VoiceMed.Assistant.Screen.Events;

/// <summary>An answer that is spoken, announced as soon as its text exists; the sound follows sentence by sentence.</summary>
/// <param name="Say">The answer's number in this session, from 1.</param>
/// <param name="Text">The text, shown while it is spoken.</param>
/// <param name="Language"><c>ru</c> or <c>en</c>.</param>
public sealed record SayEvent(long Say, string Text, string Language) : ScreenEvent;
