namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One vital sign over time.</summary>
/// <param name="Vital">The canonical name, for example <c>blood_pressure</c>.</param>
/// <param name="Unit">The unit as UCUM, for example <c>mm[Hg]</c>.</param>
/// <param name="Points">The values, oldest first; at least one.</param>
public sealed record VitalSeries(string Vital, string Unit, IReadOnlyList<VitalPoint> Points);
