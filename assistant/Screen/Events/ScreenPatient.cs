namespace VoiceMed.Assistant.Screen.Events;

/// <summary>The patient as the screen shows them: always with two identifiers.</summary>
/// <param name="Id">The patient.</param>
/// <param name="Name">Family name, first name, patronymic, in the session's language.</param>
/// <param name="BirthDate">The date of birth, ISO 8601 (<c>1956-03-12</c>).</param>
/// <param name="Bed">The bed, or null.</param>
/// <param name="Confirmed">True once both identifiers were confirmed; false for one the bed preselected.</param>
public sealed record ScreenPatient(string Id, string Name, string BirthDate, string? Bed, bool Confirmed);
