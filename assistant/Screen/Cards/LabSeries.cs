namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One laboratory test over time.</summary>
/// <param name="Test">The test as people say it.</param>
/// <param name="Unit">The unit as UCUM.</param>
/// <param name="Low">Lower reference bound, inclusive; null when there is none.</param>
/// <param name="High">Upper reference bound, inclusive; null when there is none.</param>
/// <param name="Points">The values, oldest first; at least one.</param>
public sealed record LabSeries(string Test, string Unit, decimal? Low, decimal? High, IReadOnlyList<VitalPoint> Points);
