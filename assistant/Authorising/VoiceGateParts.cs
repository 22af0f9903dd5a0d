using VoiceMed.Assistant.Hearing;
using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;

namespace VoiceMed.Assistant.Authorising;

/// <summary>What the gates of one process share. Immutable; every part is thread-safe.</summary>
/// <param name="Speakers">Tells the ward's doctors apart.</param>
/// <param name="Policy">The rules.</param>
/// <param name="Doctors">Names, roles, PINs and badges.</param>
/// <param name="Enrolment">Knows the enrolment phrases, which no microphone may play back.</param>
/// <param name="Screens">What each screen remembers from session to session.</param>
/// <param name="Templates">Lets templates follow the voices; null where they must stay as they are.</param>
/// <param name="Journal">Where decisions are noted, without audio and without patient data.</param>
/// <param name="Listener">Hears answers to challenges; null where only the words recognised count.</param>
/// <param name="Digits">A challenge's digits, where a recording must answer them; null draws them at random, as it must be with people.</param>
/// <param name="Time">The clock.</param>
public sealed record VoiceGateParts(
    SpeakerIdentifier Speakers,
    AccessPolicy Policy,
    DoctorDirectory Doctors,
    ReplayDetector Enrolment,
    ScreenMemories Screens,
    TemplateKeeper? Templates,
    SessionJournal Journal,
    DigitListener? Listener,
    string? Digits,
    TimeProvider Time);
