namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>A question typed on the screen: the way without voice, under the same policy and audit.</summary>
/// <param name="Text">The question as one would say it, without the wake word; 1 to 500 characters.</param>
public sealed record QueryCommand(string Text) : ScreenCommand;
