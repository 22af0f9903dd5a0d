namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>Who may see the record by the patient's consent.</summary>
public sealed record ConsentsCard : Card
{
    /// <summary>The items in the order of their numbers.</summary>
    public required IReadOnlyList<ConsentItem> Items { get; init; }
}
