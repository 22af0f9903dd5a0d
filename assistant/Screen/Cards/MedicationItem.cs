namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One prescribed medicine.</summary>
/// <param name="Name">The medicine.</param>
/// <param name="Dose">Dose and frequency as prescribed.</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day; null while it goes on.</param>
public sealed record MedicationItem(string Name, string Dose, string Start, string? End);
