namespace VoiceMed.Assistant.Screen.Fhircast;

/// <summary>One event of the hub that concerns a patient.</summary>
/// <param name="Id">The event's identifier, which the answer repeats.</param>
/// <param name="Time">When it happened: an older event never overrides a newer one.</param>
/// <param name="Name">The event's name, for example <c>Patient-open</c>.</param>
/// <param name="Topic">The topic it was sent to.</param>
/// <param name="Patient">The patient's identifier, or null when there is none.</param>
/// <param name="BirthDate">The patient's date of birth, ISO 8601, or null.</param>
public sealed record FhircastEvent(string Id, DateTimeOffset Time, string Name, string Topic, string? Patient, string? BirthDate);
