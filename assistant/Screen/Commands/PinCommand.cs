namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>The doctor opens the session, or gives the second factor, with a PIN.</summary>
/// <param name="Pin">4 to 12 digits. Never logged.</param>
/// <param name="Doctor">The doctor's identifier; null when a doctor is already recognised and only the factor is asked.</param>
public sealed record PinCommand(string Pin, string? Doctor = null) : ScreenCommand;
