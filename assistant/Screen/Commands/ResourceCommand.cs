namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>A package or device was held before the camera: is it genuine?</summary>
/// <param name="Code">The text of its QR code or DataMatrix.</param>
public sealed record ResourceCommand(string Code) : ScreenCommand;
