using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Screen;

/// <summary>A screen that hangs at a bed.</summary>
/// <param name="Id">The terminal's name in logs and audit entries, for example <c>ward-3-bed-2</c>.</param>
/// <param name="Hospital">The hospital the screen hangs in.</param>
/// <param name="Bed">The bed, for example <c>3-2</c>; null for a screen that is carried about.</param>
/// <param name="Language"><c>ru</c> or <c>en</c>: the language the screen starts in unless it asks for the other.</param>
public sealed record BedsideTerminal(string Id, HospitalId Hospital, string? Bed, string Language);
