namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>What became of an enrolment.</summary>
/// <param name="Enrolled">True when the voiceprint is stored.</param>
/// <param name="VoicedSeconds">Seconds of voice in the good phrases.</param>
/// <param name="Problems">What is missing, one sentence each.</param>
/// <param name="RejectedPhrases">Numbers, from 0, of phrases that do not fit the others.</param>
public sealed record EnrolmentReport(bool Enrolled, double VoicedSeconds, IReadOnlyList<string> Problems, IReadOnlyList<int> RejectedPhrases);
