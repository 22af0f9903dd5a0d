namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>The doctor opens the session, or gives the second factor, by showing a badge to the camera.</summary>
/// <param name="Code">The text of the badge's QR code. Never logged.</param>
public sealed record BadgeCommand(string Code) : ScreenCommand;
