namespace VoiceMed.Auth.Scoring;

/// <summary>A doctor of the ward as identification sees it.</summary>
/// <param name="Doctor">The doctor's identifier.</param>
/// <param name="Template">The template in use.</param>
public sealed record EnrolledSpeaker(string Doctor, SpeakerTemplate Template);
