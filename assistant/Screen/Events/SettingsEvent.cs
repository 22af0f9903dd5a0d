namespace VoiceMed.Assistant.Screen.Events;

/// <summary>The switches as they stand after a change by voice or touch.</summary>
/// <param name="Language"><c>ru</c> or <c>en</c>.</param>
/// <param name="Private">True while answers stay silent.</param>
/// <param name="Volume">Loudness in percent, 0 to 100.</param>
public sealed record SettingsEvent(string Language, bool Private, int Volume) : ScreenEvent;
