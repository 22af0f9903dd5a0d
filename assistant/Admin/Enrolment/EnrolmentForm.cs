namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>Who is enrolled, on what consent.</summary>
/// <param name="Doctor">The identifier: small Latin letters, digits, hyphens.</param>
/// <param name="Name">The name as people say it.</param>
/// <param name="Role">The role.</param>
/// <param name="Ward">The ward, or empty.</param>
/// <param name="ConsentedOn">The day of the written consent; required by law.</param>
public sealed record EnrolmentForm(string Doctor, string Name, string Role, string Ward, DateOnly ConsentedOn);
