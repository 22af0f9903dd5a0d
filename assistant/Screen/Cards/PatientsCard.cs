namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>Patients to choose from: several have this name.</summary>
public sealed record PatientsCard : Card
{
    /// <summary>The items in the order of their numbers.</summary>
    public required IReadOnlyList<PatientItem> Items { get; init; }
}
