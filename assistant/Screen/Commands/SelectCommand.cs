namespace VoiceMed.Assistant.Screen.Commands;

/// <summary>A touch on a numbered item of the card that is shown: the same as saying "open the second".</summary>
/// <param name="Card">The card the item belongs to, so that a touch on a card just replaced does nothing.</param>
/// <param name="Index">The number shown beside the item, from 1.</param>
public sealed record SelectCommand(string Card, int Index) : ScreenCommand;
