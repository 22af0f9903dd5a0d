namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>Visits as a timeline, newest first.</summary>
public sealed record VisitsCard : Card
{
    /// <summary>The items in the order of their numbers.</summary>
    public required IReadOnlyList<VisitItem> Items { get; init; }
}
