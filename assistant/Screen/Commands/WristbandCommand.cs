namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>The wristband was scanned: it carries both identifiers and so confirms the patient.</summary>
/// <param name="Code">The text of the wristband's QR code. Never logged.</param>
public sealed record WristbandCommand(string Code) : ScreenCommand;
