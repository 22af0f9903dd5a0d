namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>"Stop" was touched while the assistant speaks.</summary>
public sealed record StopSpeakingCommand : ScreenCommand;
