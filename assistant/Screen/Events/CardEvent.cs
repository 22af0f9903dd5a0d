using VoiceMed.Assistant.Screen.Cards;

namespace VoiceMed.Assistant.Screen.Events;

/// <summary>An answer to show. It replaces the card before it.</summary>
/// <param name="Card">The card.</param>
public sealed record CardEvent(Card Card) : ScreenEvent;
