namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One diagnosis.</summary>
/// <param name="Code">The code, for example an ICD-10 code; null when none.</param>
/// <param name="Name">The diagnosis.</param>
/// <param name="Active">True while it is active.</param>
/// <param name="Date">The day it was made.</param>
public sealed record DiagnosisItem(string? Code, string Name, bool Active, string Date);
