using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Hearing;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Assistant.Speaking;
using VoiceMed.Auth.Scoring;
using VoiceMed.Speech.Echo;
using VoiceMed.Speech.Recognition;

namespace VoiceMed.Assistant.Bedside;

/// <summary>What one bedside session is made of. The session owns and disposes the recogniser.</summary>
/// <param name="Conversation">What is said to what.</param>
/// <param name="Gate">Who speaks, and what they may have.</param>
/// <param name="Recognizer">Hears the languages.</param>
/// <param name="Endpoint">Ends utterances.</param>
/// <param name="Echo">Knows what the speaker plays, so that the microphone tells it from people.</param>
/// <param name="Speaker">Speaks answers.</param>
/// <param name="Config">Wake words and follow-up.</param>
/// <param name="Time">The clock.</param>
/// <param name="Voice">Measures voices while they speak; the session's own.</param>
public sealed record SessionParts(
    Conversation Conversation,
    ISpeakerGate Gate,
    PooledRecognizer Recognizer,
    EndpointPolicy Endpoint,
    EchoGuard Echo,
    AnswerSpeaker Speaker,
    VoiceMedConfig Config,
    TimeProvider Time,
    StreamingSpeakerIdentification Voice);
