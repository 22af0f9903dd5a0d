namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>Documents to choose from.</summary>
public sealed record DocumentsCard : Card
{
    /// <summary>The items in the order of their numbers.</summary>
    public required IReadOnlyList<DocumentItem> Items { get; init; }
}
