namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One resource in stock.</summary>
/// <param name="Hospital">The hospital's name.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Available">Units that may be given out.</param>
/// <param name="Minimum">The balance the hospital must keep.</param>
public sealed record StockItem(string Hospital, string Resource, decimal Available, decimal Minimum);
