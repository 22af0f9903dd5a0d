namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>A touch on "yes" or "no" under a question of the assistant.</summary>
/// <param name="Question">The question, so that a touch on one that has passed does nothing.</param>
/// <param name="Yes">True for yes.</param>
public sealed record AnswerCommand(string Question, bool Yes) : ScreenCommand;
