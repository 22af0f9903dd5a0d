namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One patient to choose, with both identifiers.</summary>
/// <param name="Name">The name.</param>
/// <param name="BirthDate">The date of birth.</param>
/// <param name="Bed">The bed, or null.</param>
public sealed record PatientItem(string Name, string BirthDate, string? Bed);
