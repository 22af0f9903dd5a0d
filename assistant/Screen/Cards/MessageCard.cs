namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>An answer in words alone: help, consent status, an outcome without records.</summary>
public sealed record MessageCard : Card
{
    /// <summary>The paragraphs.</summary>
    public required IReadOnlyList<string> Lines { get; init; }
}
