namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>Medicines, those still going on first.</summary>
public sealed record MedicationsCard : Card
{
    /// <summary>The items in the order of their numbers.</summary>
    public required IReadOnlyList<MedicationItem> Items { get; init; }
}
