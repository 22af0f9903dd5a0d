using VoiceMed.Assistant.Hearing;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Auth.Challenge;
using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Authorising;

/// <summary>The production gate: speaker verification, continuous trust, digit challenge, lock-out and policy of one session.</summary>
public sealed class VoiceGate : ISpeakerGate
{
    private readonly VoiceGateParts _parts;
    private readonly TrustTracker _trust;
    private readonly ScreenMemory _screen;
    private readonly ChannelMonitor _channel = new();
    private readonly GateJournal _journal;
    private DigitChallenge? _challenge;
    private SpeakerEvidence? _evidence;
    private ClearUtterance? _clearest;

    /// <summary>Creates the gate of one session.</summary>
    /// <param name="parts">What all gates share.</param>
    /// <param name="terminal">The screen's terminal, whose failures and sounds are remembered from session to session; null for none.</param>
    public VoiceGate(VoiceGateParts parts, string? terminal = null)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _trust = new TrustTracker(parts.Policy.Trust);
        _screen = parts.Screens.Of(terminal, parts.Policy.Lockout);
        _journal = new GateJournal(parts.Journal, terminal, parts.Time);
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
    public bool IsChallenged => _challenge is not null;

    /// <inheritdoc/>
    public SpeakerReading Observe(HeardUtterance heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        var samples = heard.Utterance.Samples.Span;
        var evidence = _channel.Observe(EvidenceOf(heard));
        var sound = AudioFingerprint.Compute(samples);
        var replayed = _screen.Replays.HeardBefore(sound) | _parts.Enrolment.HeardBefore(sound);
        _evidence = replayed ? evidence with { SpoofSigns = evidence.SpoofSigns | SpoofSigns.Replay } : evidence;
        var change = _trust.Observe(_evidence, Now);
        if (change == TrustChange.HandedOver)
        {
            Learn();
        }
        else if (change == TrustChange.Lost)
        {
            // Who was heard in the end may have been heard before: nothing is learned from such a session.
            ForgetSound();
        }

        if (change is TrustChange.Opened or TrustChange.HandedOver)
        {
            _channel.Begin(evidence);
        }

        var trust = Snapshot();
        _journal.Heard(_evidence, trust, change);
        Remember(samples, _evidence, trust);
        return Reading;
    }

    /// <inheritdoc/>
    public DoctorId? Recognise(HeardUtterance heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        var evidence = EvidenceOf(heard);
        return evidence.Doctor is { } doctor && evidence.LogLikelihoodRatio >= _parts.Policy.Sensitivities[Sensitivity.Normal].Floor ? new DoctorId(doctor) : null;
    }

    /// <inheritdoc/>
    public GateDecision Decide(string intent, string sensitivity, bool spoken)
    {
        var snapshot = Snapshot();
        var role = snapshot.Doctor is { } doctor ? _parts.Doctors.Find(doctor)?.Role : null;
        var wanted = SensitivityOf(sensitivity);
        var decision = _parts.Policy.Decide(new AccessRequest(wanted, role, snapshot, spoken, _screen.Attempts.IsLockedOut(Now)));
        if (decision.Verdict == Verdict.Refuse && spoken)
        {
            Fail();
        }

        _journal.Decided(snapshot.Doctor, intent, wanted, decision);
        return new GateDecision(
            decision.Verdict switch { Verdict.Allow => GateVerdict.Allow, Verdict.Challenge => GateVerdict.Challenge, _ => GateVerdict.Refuse },
            CodeOf(decision.Reason));
    }

    /// <inheritdoc/>
    public ChallengeOffer Challenge()
    {
        if (Claimed is not { } doctor)
        {
            return new ChallengeOffer(null, 0);
        }

        var rule = _parts.Policy.Challenge;
        _challenge = _parts.Digits is { } digits
            ? DigitChallenge.WithDigits(doctor, rule, Now, digits)
            : new DigitChallenge(doctor, rule, Now);
        return new ChallengeOffer(_challenge.Digits, (int)rule.TimeLimit.TotalSeconds);
    }

    /// <inheritdoc/>
    public GateDecision Answer(HeardUtterance heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        if (_challenge is not { } challenge || _evidence is not { } evidence)
        {
            return new GateDecision(GateVerdict.Refuse, "challenge.none");
        }

        _challenge = null;
        var said = _parts.Listener?.Hear(heard, challenge.Digits) ?? heard.Transcript;
        var outcome = challenge.Answer(said.Text, said.Language, evidence, Now);
        _journal.Answered(challenge.Doctor, outcome);
        if (outcome != ChallengeOutcome.Passed)
        {
            Fail();
            return new GateDecision(GateVerdict.Refuse, "challenge." + NameOf(outcome));
        }

        _screen.Attempts.Succeed();
        _trust.Confirm(challenge.Doctor, SecondFactor.Challenge, Now);
        return new GateDecision(GateVerdict.Allow, "challenge.passed");
    }

    /// <inheritdoc/>
    public GateDecision EnterPin(DoctorId? doctor, string pin)
    {
        var who = doctor?.Value ?? Claimed;
        return Factor(who is not null && _parts.Doctors.IsPin(who, pin) ? who : null, SecondFactor.Pin, "pin");
    }

    /// <inheritdoc/>
    public GateDecision ShowBadge(string code) => Factor(_parts.Doctors.OwnerOfBadge(code), SecondFactor.Badge, "badge");

    /// <inheritdoc/>
    public void TrustOperator(DoctorId doctor) => Confirm(doctor.Value, SecondFactor.Pin);

    /// <inheritdoc/>
    public void Lock()
    {
        _trust.Close(Now);
        _channel.Reset();
        _challenge = null;
        _evidence = null;

        // Locked first: learning takes a while, and may fail.
        Learn();
        _journal.Closed();
    }

    private DateTimeOffset Now => _parts.Time.GetUtcNow();

    private string? Claimed => Snapshot().Doctor ?? _evidence?.Doctor;

    private TrustSnapshot Snapshot() => _trust.Snapshot(Now);

    // PIN and badge are guessed by hand, not by voice, so they share the screen's counter and open it again.
    private GateDecision Factor(string? owner, SecondFactor factor, string name)
    {
        if (owner is null)
        {
            Fail();
            return new GateDecision(GateVerdict.Refuse, _screen.Attempts.IsLockedOut(Now) ? "lockout" : name + ".wrong");
        }

        Confirm(owner, factor);
        return new GateDecision(GateVerdict.Allow, name + ".right");
    }

    private void Confirm(string doctor, SecondFactor factor)
    {
        _screen.Attempts.Succeed();
        if (Snapshot().Doctor is { } former && former != doctor)
        {
            Learn();
            _journal.Closed();
            _channel.Reset();
        }

        _trust.Confirm(doctor, factor, Now);
        _challenge = null;
        _journal.Confirmed(doctor, factor);
    }

    private SpeakerEvidence EvidenceOf(HeardUtterance heard) =>
        heard.Voice is { } voice ? _parts.Speakers.Score(voice) : _parts.Speakers.Score(heard.Utterance.Samples.Span);

    private void Fail()
    {
        if (_screen.Attempts.Fail(Now) is { } alert)
        {
            _journal.LockedOut(alert);
        }
    }

    private void Remember(ReadOnlySpan<short> samples, SpeakerEvidence evidence, TrustSnapshot trust)
    {
        var clearest = _clearest?.Evidence.LogLikelihoodRatio ?? double.NegativeInfinity;
        if (_parts.Templates is not null && trust.Factors.Count > 0 && evidence.Doctor == trust.Doctor && evidence.LogLikelihoodRatio > clearest)
        {
            ForgetSound();
            _clearest = new ClearUtterance(samples.ToArray(), evidence, trust);
        }
    }

    private void Learn()
    {
        if (_clearest is not { } clear || _parts.Templates is not { } templates)
        {
            return;
        }

        try
        {
            if (templates.Follow(clear.Samples, clear.Evidence, clear.Trust) is { } count)
            {
                _journal.Adapted(clear.Trust.Doctor!, $"{count}");
            }
        }
        catch (VoiceprintStoreException e)
        {
            // A template that stays as it is harms nobody; a screen that cannot be locked would.
            _journal.NotAdapted(clear.Trust.Doctor!, e.Message);
        }
        finally
        {
            ForgetSound();
        }
    }

    private void ForgetSound()
    {
        if (_clearest is { } clear)
        {
            Array.Clear(clear.Samples);
            _clearest = null;
        }
    }

    private SpeakerTrust StateOf(TrustSnapshot snapshot)
    {
        var rule = _parts.Policy.Sensitivities[Sensitivity.Normal];
        return snapshot switch
        {
            { Doctor: null } => _evidence is null ? SpeakerTrust.None : SpeakerTrust.Lost,
            { LastVoicedSeconds: > 0 } when snapshot.LastLogLikelihoodRatio < rule.Floor => SpeakerTrust.Lost,
            _ => snapshot.Probability >= rule.Trust ? SpeakerTrust.Trusted : SpeakerTrust.Building,
        };
    }

    private static Sensitivity SensitivityOf(string name) => name switch
    {
        "restricted" => Sensitivity.Restricted,
        "very-restricted" => Sensitivity.VeryRestricted,
        _ => Sensitivity.Normal,
    };

    private static string NameOf(ChallengeOutcome outcome) => outcome switch
    {
        ChallengeOutcome.WrongDigits => "digits",
        ChallengeOutcome.WrongVoice => "voice",
        ChallengeOutcome.Replay => "replay",
        ChallengeOutcome.TooLate => "late",
        _ => "answered",
    };

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
