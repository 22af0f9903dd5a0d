namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>Who looked at the record, or tried to.</summary>
public sealed record AccessCard : Card
{
    /// <summary>The items in the order of their numbers.</summary>
    public required IReadOnlyList<AccessItem> Items { get; init; }
}
