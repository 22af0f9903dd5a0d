namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>"End the session" was touched: patient, doctor and dialogue are forgotten.</summary>
public sealed record EndSessionCommand : ScreenCommand;
