using VoiceMed.Auth.Scoring;
using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Recognition;

namespace VoiceMed.Assistant.Hearing;

/// <summary>An utterance with its words, as it leaves the microphone path.</summary>
/// <param name="Utterance">The sound.</param>
/// <param name="Transcript">The words.</param>
/// <param name="Ended">The <see cref="TimeProvider"/> timestamp at which the endpoint was decided, before the final words were asked for.</param>
/// <param name="Endpointing">From the end of speech to that decision, in stream time.</param>
/// <param name="Recognition">From that decision to the final words.</param>
public sealed record HeardUtterance(Utterance Utterance, Transcript Transcript, long Ended, TimeSpan Endpointing, TimeSpan Recognition)
{
    /// <summary>What was measured of the voice while it spoke; null where nothing listened for that, and the sound must be measured now.</summary>
    public SpeechSample? Voice { get; init; }
}
