using VoiceMed.Auth.Challenge;
using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;

namespace VoiceMed.Assistant.Authorising;

/// <summary>
/// Notes what one gate hears and decides, for <c>voicemed auth explain</c>. The session's file begins with its first line. Not thread-safe.
/// </summary>
internal sealed class GateJournal(SessionJournal journal, TimeProvider time)
{
    private string? _session;

    public void Heard(SpeakerEvidence evidence, TrustSnapshot trust) => Note(new SessionEvent
    {
        At = time.GetUtcNow(),
        Kind = evidence.Doctor is null && trust.Doctor is null ? SessionEventKind.Stranger : SessionEventKind.Utterance,
        Doctor = trust.Doctor ?? evidence.Doctor,
        LogLikelihoodRatio = evidence.LogLikelihoodRatio,
        VoicedSeconds = evidence.VoicedSeconds,
        Probability = trust.Probability,
        SpoofSigns = evidence.SpoofSigns == SpoofSigns.None ? null : evidence.SpoofSigns.ToString(),
    });

    public void Decided(string? doctor, string intent, Sensitivity sensitivity, Decision decision) => Note(new SessionEvent
    {
        At = time.GetUtcNow(),
        Kind = SessionEventKind.Decision,
        Doctor = doctor,
        Intent = intent,
        Sensitivity = sensitivity.ToString(),
        Result = decision.Verdict.ToString(),
        Reason = decision.Reason.ToString(),
        Detail = decision.Detail,
    });

    public void Answered(string doctor, ChallengeOutcome outcome) =>
        Note(new SessionEvent { At = time.GetUtcNow(), Kind = SessionEventKind.Challenge, Doctor = doctor, Result = outcome.ToString() });

    public void Confirmed(string doctor, SecondFactor factor) =>
        Note(new SessionEvent { At = time.GetUtcNow(), Kind = SessionEventKind.Factor, Doctor = doctor, Result = factor.ToString() });

    public void LockedOut(int failures) =>
        Note(new SessionEvent { At = time.GetUtcNow(), Kind = SessionEventKind.LockedOut, Detail = $"{failures} failures in a row" });

    public void Closed()
    {
        if (_session is not null)
        {
            Note(new SessionEvent { At = time.GetUtcNow(), Kind = SessionEventKind.Closed });
            _session = null;
        }
    }

    private void Note(SessionEvent happened) => journal.Append(_session ??= SessionJournal.NewSession(time.GetUtcNow()), happened);
}
