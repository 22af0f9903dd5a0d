namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>Allergies in warning colours, critical ones first.</summary>
public sealed record AllergiesCard : Card
{
    /// <summary>The items in the order of their numbers; empty means that nothing is recorded, which is not "no allergies".</summary>
    public required IReadOnlyList<AllergyItem> Items { get; init; }

    /// <summary>True when the record states that no allergy is known.</summary>
    public bool NoneKnown { get; init; }
}
