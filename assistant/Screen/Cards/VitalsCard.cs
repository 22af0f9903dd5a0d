namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>Vital signs: the newest value of each large, and the trend of one as a plot.</summary>
public sealed record VitalsCard : Card
{
    /// <summary>The items in the order of their numbers.</summary>
    public required IReadOnlyList<VitalSeries> Items { get; init; }
}
