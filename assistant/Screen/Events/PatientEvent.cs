namespace VoiceMed.Assistant.Screen.Events;

/// <summary>The patient the screen is about has changed. The former patient's data leaves the screen with it.</summary>
/// <param name="Patient">The patient, or null for none.</param>
public sealed record PatientEvent(ScreenPatient? Patient) : ScreenEvent;
