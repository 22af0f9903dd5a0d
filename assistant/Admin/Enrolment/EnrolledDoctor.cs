namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>A doctor with a voiceprint.</summary>
/// <param name="Doctor">The identifier.</param>
/// <param name="Name">The name as people say it, or null.</param>
/// <param name="Role">The role.</param>
/// <param name="Ward">The ward, or empty.</param>
/// <param name="ConsentedOn">The day of the written consent.</param>
/// <param name="EnrolledAt">When the voiceprint was made.</param>
/// <param name="Model">The speaker model it was made with.</param>
/// <param name="Usable">False when it was made with another model than the present one: the doctor has to be enrolled again.</param>
/// <param name="Adaptations">How often it has followed the voice since.</param>
/// <param name="SuspendedAt">Since when the voice opens nothing; null while it does.</param>
public sealed record EnrolledDoctor(
    string Doctor, string? Name, string Role, string Ward, DateOnly ConsentedOn, DateTimeOffset EnrolledAt, string Model, bool Usable, int Adaptations,
    DateTimeOffset? SuspendedAt);
