using VoiceMed.Assistant.Hearing;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Authorising;

/// <summary>The production gate: speaker verification, continuous trust, digit challenge and policy of one session.</summary>
public sealed class VoiceGate : ISpeakerGate
{
    private readonly VoiceGateParts _parts;
    private readonly TrustTracker _trust;
    private readonly ChallengeDesk _challenges;
    private readonly FailureCounter _failures;
    private SpeakerEvidence? _evidence;

    /// <summary>Creates the gate of one session.</summary>
    public VoiceGate(VoiceGateParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _trust = new TrustTracker(parts.Policy.Trust);
        _challenges = new ChallengeDesk(parts);
        _failures = new FailureCounter(parts.Policy.Lockout, parts.Time);
    }

    /// <inheritdoc/>
    public SpeakerReading Reading
    {
        get
        {
            var snapshot = Snapshot();
            var doctor = snapshot.Doctor ?? _evidence?.Doctor;
            return new SpeakerReading(
                doctor is null ? null : _parts.Doctors.Find(doctor),
                _evidence is { LogLikelihoodRatio: var ratio } && double.IsFinite(ratio) ? ratio : null,
                _evidence?.VoicedSeconds ?? 0,
                snapshot.LogOdds,
                StateOf(snapshot));
        }
    }

    /// <inheritdoc/>
    public DoctorIdentity? Doctor => Snapshot().Doctor is { } doctor ? _parts.Doctors.Find(doctor) : null;

    /// <inheritdoc/>
    public bool IsChallenged => _challenges.IsOpen;

    /// <inheritdoc/>
    public SpeakerReading Observe(HeardUtterance heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        _evidence = _parts.Speakers.Score(heard.Utterance.Samples.Span);
        _trust.Observe(_evidence, _parts.Time.GetUtcNow());
        return Reading;
    }

    /// <inheritdoc/>
    public GateDecision Decide(string intent, string sensitivity, bool spoken)
    {
        var snapshot = Snapshot();
        var role = snapshot.Doctor is { } doctor ? _parts.Doctors.Find(doctor)?.Role : null;
        var decision = _parts.Policy.Decide(new AccessRequest(SensitivityOf(sensitivity), role, snapshot, spoken, _failures.IsWaiting));
        _failures.Count(decision.Verdict);
        return Worded(decision);
    }

    /// <inheritdoc/>
    public ChallengeOffer Challenge() => _challenges.Open();

    /// <inheritdoc/>
    public GateDecision Answer(HeardUtterance heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        var claimed = Snapshot().Doctor ?? _evidence?.Doctor;
        var decision = _challenges.Answer(heard, _evidence, claimed);
        if (decision.Verdict == GateVerdict.Allow)
        {
            _trust.Confirm(claimed!, SecondFactor.Challenge, _parts.Time.GetUtcNow());
        }

        _failures.Count(decision.Verdict == GateVerdict.Allow ? Verdict.Allow : Verdict.Refuse);
        return decision;
    }

    /// <inheritdoc/>
    public GateDecision EnterPin(DoctorId? doctor, string pin)
    {
        var who = doctor?.Value ?? Snapshot().Doctor;
        return Factor(who is not null && _parts.Doctors.IsPin(who, pin) ? who : null, SecondFactor.Pin, "pin");
    }

    /// <inheritdoc/>
    public GateDecision ShowBadge(string code) => Factor(_parts.Doctors.OwnerOfBadge(code), SecondFactor.Badge, "badge");

    /// <inheritdoc/>
    public void TrustOperator(DoctorId doctor)
    {
        _trust.Confirm(doctor.Value, SecondFactor.Pin, _parts.Time.GetUtcNow());
    }

    /// <inheritdoc/>
    public void Lock()
    {
        _trust.Close(_parts.Time.GetUtcNow());
        _challenges.Close();
        _evidence = null;
    }

    private GateDecision Factor(string? owner, SecondFactor factor, string name)
    {
        if (_failures.IsWaiting)
        {
            return new GateDecision(GateVerdict.Refuse, "lockout");
        }

        _failures.Count(owner is null ? Verdict.Refuse : Verdict.Allow);
        if (owner is null)
        {
            return new GateDecision(GateVerdict.Refuse, name + ".wrong");
        }

        _trust.Confirm(owner, factor, _parts.Time.GetUtcNow());
        _challenges.Close();
        return new GateDecision(GateVerdict.Allow, name + ".right");
    }

    private TrustSnapshot Snapshot() => _trust.Snapshot(_parts.Time.GetUtcNow());

    private SpeakerTrust StateOf(TrustSnapshot snapshot) => snapshot switch
    {
        { Doctor: null } => _evidence is null ? SpeakerTrust.None : SpeakerTrust.Lost,
        _ when snapshot.LastLogLikelihoodRatio < _parts.Policy.Sensitivities[Sensitivity.Normal].Floor && snapshot.LastVoicedSeconds > 0 => SpeakerTrust.Lost,
        _ when snapshot.Probability >= _parts.Policy.Sensitivities[Sensitivity.Normal].Trust => SpeakerTrust.Trusted,
        _ => SpeakerTrust.Building,
    };

    private static Sensitivity SensitivityOf(string name) => name switch
    {
        "restricted" => Sensitivity.Restricted,
        "very-restricted" => Sensitivity.VeryRestricted,
        _ => Sensitivity.Normal,
    };

    private static GateDecision Worded(Decision decision) => new(
        decision.Verdict switch { Verdict.Allow => GateVerdict.Allow, Verdict.Challenge => GateVerdict.Challenge, _ => GateVerdict.Refuse },
        CodeOf(decision.Reason));

    private static string CodeOf(ReasonCode reason) => reason switch
    {
        ReasonCode.Granted => "voice.verified",
        ReasonCode.LockedOut => "lockout",
        ReasonCode.UnknownSpeaker => "voice.unknown",
        ReasonCode.Role => "role",
        ReasonCode.OtherVoice => "voice.floor",
        ReasonCode.SecondVoice => "voice.second",
        ReasonCode.Replay => "voice.replay",
        ReasonCode.TooShort => "voice.short",
        ReasonCode.TrustTooLow => "trust.low",
        _ => "factor.needed",
    };
}
