using VoiceMed.Assistant.Hearing;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Authorising;

/// <summary>
/// The <c>who</c> and <c>allowed</c> steps of one bedside session: who is speaking, how far that is trusted, and what this
/// person may have. Not thread-safe; one session has one.
/// </summary>
public interface ISpeakerGate
{
    /// <summary>Who speaks and how sure that is, as of the last observation.</summary>
    SpeakerReading Reading { get; }

    /// <summary>The doctor whose session is open, or null.</summary>
    DoctorIdentity? Doctor { get; }

    /// <summary>Takes an utterance as evidence. Trust moves at once.</summary>
    /// <param name="heard">The utterance with its words.</param>
    SpeakerReading Observe(HeardUtterance heard);

    /// <summary>Whose voice it clearly is, without taking the utterance as evidence; null for nobody's.</summary>
    /// <param name="heard">The utterance.</param>
    DoctorId? Recognise(HeardUtterance heard);

    /// <summary>May the present speaker have this?</summary>
    /// <param name="intent">The intent's identifier.</param>
    /// <param name="sensitivity"><c>normal</c>, <c>restricted</c> or <c>very-restricted</c>.</param>
    /// <param name="spoken">True when the question was spoken: then the utterance itself must pass its floor.</param>
    GateDecision Decide(string intent, string sensitivity, bool spoken);

    /// <summary>Draws new random digits to be said.</summary>
    ChallengeOffer Challenge();

    /// <summary>Judges the answer to the open challenge: digits and voice must both match, in time, once.</summary>
    /// <param name="heard">The answer.</param>
    GateDecision Answer(HeardUtterance heard);

    /// <summary>True while a challenge waits for its answer.</summary>
    bool IsChallenged { get; }

    /// <summary>Takes a PIN as the other factor.</summary>
    /// <param name="doctor">The doctor who claims it; null for the one who is recognised.</param>
    /// <param name="pin">The PIN; never logged.</param>
    GateDecision EnterPin(DoctorId? doctor, string pin);

    /// <summary>Takes a badge's code as the other factor.</summary>
    /// <param name="code">The text of the badge's QR code; never logged.</param>
    GateDecision ShowBadge(string code);

    /// <summary>The one who runs the command line is trusted as a factor: opens the session for this doctor.</summary>
    void TrustOperator(DoctorId doctor);

    /// <summary>Forgets all trust; the doctor has to prove themselves anew.</summary>
    void Lock();
}
