namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>Laboratory values with their reference ranges.</summary>
public sealed record LabsCard : Card
{
    /// <summary>The items in the order of their numbers.</summary>
    public required IReadOnlyList<LabSeries> Items { get; init; }
}
