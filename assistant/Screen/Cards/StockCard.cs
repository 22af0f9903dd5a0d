namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>What is in stock.</summary>
public sealed record StockCard : Card
{
    /// <summary>The items in the order of their numbers.</summary>
    public required IReadOnlyList<StockItem> Items { get; init; }
}
