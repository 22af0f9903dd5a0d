using VoiceMed.Auth.Challenge;
using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;

namespace VoiceMed.Assistant.Authorising;

/// <summary>
/// Notes what one gate hears and decides, for <c>voicemed auth explain</c>. The session's file begins with its first line; another doctor
/// who takes over begins another one. Not thread-safe.
/// </summary>
internal sealed class GateJournal(SessionJournal journal, string? terminal, TimeProvider time)
{
    private string? _session;

    public void Heard(SpeakerEvidence evidence, TrustSnapshot trust, TrustChange change)
    {
        if (change == TrustChange.HandedOver)
        {
            Closed();
        }

        Note(Describe(evidence, trust, change));
    }

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

    public void LockedOut(LockoutAlert alert) => Note(new SessionEvent
    {
        At = alert.At,
        Kind = SessionEventKind.LockedOut,
        Detail = alert.Until is { } until ? $"{alert.Failures} failures in a row, until {until:HH:mm:ss} UTC" : $"{alert.Failures} failures in a row, until PIN or badge",
    });

    public void Adapted(string doctor, string detail) =>
        Note(new SessionEvent { At = time.GetUtcNow(), Kind = SessionEventKind.Adapted, Doctor = doctor, Detail = detail });

    public void NotAdapted(string doctor, string why) =>
        Note(new SessionEvent { At = time.GetUtcNow(), Kind = SessionEventKind.NotAdapted, Doctor = doctor, Detail = why });

    public void Closed()
    {
        if (_session is not null)
        {
            Note(new SessionEvent { At = time.GetUtcNow(), Kind = SessionEventKind.Closed });
            _session = null;
        }
    }

    private SessionEvent Describe(SpeakerEvidence evidence, TrustSnapshot trust, TrustChange change) => new()
    {
        At = time.GetUtcNow(),
        Kind = change switch
        {
            TrustChange.Opened => SessionEventKind.Opened,
            TrustChange.HandedOver => SessionEventKind.HandedOver,
            TrustChange.Lost => SessionEventKind.Lost,
            TrustChange.Stranger => SessionEventKind.Stranger,
            _ => SessionEventKind.Utterance,
        },
        Doctor = trust.Doctor ?? evidence.Doctor,
        LogLikelihoodRatio = evidence.LogLikelihoodRatio,
        VoicedSeconds = evidence.VoicedSeconds,
        Probability = trust.Probability,
        SpoofSigns = evidence.SpoofSigns == SpoofSigns.None ? null : evidence.SpoofSigns.ToString(),
    };

    private void Note(SessionEvent happened) => journal.Append(_session ??= SessionJournal.NewSession(time.GetUtcNow()), happened with { Terminal = terminal });
}
