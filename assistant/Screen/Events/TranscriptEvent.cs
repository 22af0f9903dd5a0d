namespace VoiceMed.Assistant.Screen.Events;

/// <summary>What is heard. Partial text is shown and never acted on; the final one ends the utterance.</summary>
/// <param name="Text">The words so far; empty clears the line.</param>
/// <param name="Final">True when the utterance is complete.</param>
/// <param name="Language"><c>ru</c> or <c>en</c>: the language it was recognised in.</param>
public sealed record TranscriptEvent(string Text, bool Final, string Language) : ScreenEvent;
