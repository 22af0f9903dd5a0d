namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>Diagnoses, active ones first.</summary>
public sealed record DiagnosesCard : Card
{
    /// <summary>The items in the order of their numbers.</summary>
    public required IReadOnlyList<DiagnosisItem> Items { get; init; }
}
