using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;

namespace VoiceMed.Assistant.Authorising;

/// <summary>The clearest utterance of a session so far, from which its doctor's template may learn when the session ends well.</summary>
/// <param name="Samples">The sound, 16 kHz mono; zeroed when it is not needed any more.</param>
/// <param name="Evidence">What it says about its speaker.</param>
/// <param name="Trust">The session right after it.</param>
internal sealed record ClearUtterance(short[] Samples, SpeakerEvidence Evidence, TrustSnapshot Trust);
