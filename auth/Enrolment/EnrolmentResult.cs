using VoiceMed.Auth.Voiceprints;

namespace VoiceMed.Auth.Enrolment;

/// <summary>What came of an enrolment. Immutable.</summary>
/// <param name="Voiceprint">The voiceprint; <see langword="null"/> when there are problems.</param>
/// <param name="VoicedSeconds">Seconds of voice in the good phrases.</param>
/// <param name="Problems">What stands in the way as a whole; problems of single phrases stand with the phrases.</param>
public sealed record EnrolmentResult(Voiceprint? Voiceprint, double VoicedSeconds, IReadOnlyList<EnrolmentProblem> Problems);
