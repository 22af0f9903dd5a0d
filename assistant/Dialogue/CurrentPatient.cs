using NodaTime.Text;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>The patient a conversation is about.</summary>
/// <param name="Record">Who it is.</param>
/// <param name="Confirmed">True once name and birth date were confirmed; nothing is disclosed before.</param>
public sealed record CurrentPatient(Patient Record, bool Confirmed)
{
    /// <summary>The patient as the screen shows them: always with two identifiers.</summary>
    public ScreenPatient ForScreen(string language) => new(
        Record.Patient.Value, Record.Name.In(language), LocalDatePattern.Iso.Format(Record.BirthDate), Record.Bed, Confirmed);
}
