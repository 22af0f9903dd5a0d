namespace VoiceMed.Assistant.Screen.Events;

/// <summary>What one can say next.</summary>
/// <param name="Phrases">Whole sentences, the likeliest first; at most six.</param>
public sealed record HintsEvent(IReadOnlyList<string> Phrases) : ScreenEvent;
