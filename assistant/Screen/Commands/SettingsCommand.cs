namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>A switch on the screen was touched. What is null stays as it is.</summary>
/// <param name="Language"><c>ru</c> or <c>en</c>.</param>
/// <param name="Private">True keeps every answer silent; restricted answers are shown only.</param>
/// <param name="Volume">Loudness of the synthesised voice in percent, 0 to 100.</param>
public sealed record SettingsCommand(string? Language = null, bool? Private = null, int? Volume = null) : ScreenCommand;
