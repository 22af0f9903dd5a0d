namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>The doctor opens the session, or gives the second factor, with a PIN.</summary>
/// <param name="Doctor">The doctor's identifier; null when a doctor is already recognised and only the factor is asked.</param>
/// <param name="Pin">4 to 12 digits. Never logged.</param>
public sealed record PinCommand(string? Doctor, string Pin) : ScreenCommand;
