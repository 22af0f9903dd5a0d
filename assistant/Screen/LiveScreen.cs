using VoiceMed.Assistant.Screen.Events;

namespace VoiceMed.Assistant.Screen;

/// <summary>One open session as an admin sees it: no patient, no words.</summary>
/// <param name="Session">The session's identifier.</param>
/// <param name="Terminal">The terminal.</param>
/// <param name="Bed">The bed, or null.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="Connected">False while the screen's connection is cut and may come back.</param>
/// <param name="State">What the assistant is doing.</param>
/// <param name="Speaker">The recognised doctor's name, or null.</param>
/// <param name="Sure">Probability that this doctor speaks, 0 to 1, or null.</param>
public sealed record LiveScreen(
    string Session, string Terminal, string? Bed, DateTimeOffset OpenedAt, bool Connected, ScreenState State, string? Speaker, double? Sure);
