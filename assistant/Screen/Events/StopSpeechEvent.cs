namespace VoiceMed.Assistant.Screen.Events;

/// <summary>Speech stops now, in the middle of a word: somebody spoke over it, or asked for silence.</summary>
/// <param name="Say">The answer that stops; sound of it and of those before it is dropped.</param>
public sealed record StopSpeechEvent(long Say) : ScreenEvent;
