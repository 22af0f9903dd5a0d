using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Trust;

/// <summary>
/// Continuous trust of one screen: a two-state Bayesian filter (the session's doctor, or somebody else) with a hazard of take-over
/// before each utterance and decay in silence. Time comes with each call, so it can be replayed. Thread-safe.
/// </summary>
public sealed class TrustTracker
{
    private const double Least = 1e-4;
    private const double Most = 0.998;
    private readonly TrustOptions _options;
    private readonly Lock _gate = new();
    private TrustSnapshot _state = new();

    /// <summary>Creates a tracker without a session.</summary>
    public TrustTracker(TrustOptions? options = null) => _options = options ?? new TrustOptions();

    /// <summary>Takes in what an utterance says about its speaker.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="now">When the utterance ended.</param>
    /// <returns>What it did to the session; see <see cref="Snapshot"/> for the state.</returns>
    public TrustChange Observe(SpeakerEvidence evidence, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        lock (_gate)
        {
            _state = Decayed(now);
            var telling = evidence.VoicedSeconds >= _options.LeastVoicedSeconds;
            if (_state.Doctor is null || IsHandover(evidence, telling))
            {
                return Open(evidence, telling, now);
            }

            var ratio = telling ? evidence.For(_state.Doctor) : 0;
            ratio = SpoofPenalty(ratio, evidence.SpoofSigns);
            var jump = evidence.SpoofSigns.HasFlag(SpoofSigns.Channel) ? _options.ChannelJump : 1;
            var probability = Update(_state.Probability * (1 - _options.TakeOver) * jump, Bounded(ratio, evidence.VoicedSeconds));
            if (probability < _options.Lost)
            {
                _state = Closed(now) with { LastLogLikelihoodRatio = ratio, SpoofSigns = evidence.SpoofSigns };
                return TrustChange.Lost;
            }

            _state = Heard(_state, evidence, ratio, now) with { Probability = probability };
            return TrustChange.Continued;
        }
    }

    /// <summary>Takes in a second factor: opens the doctor's session, or confirms the one that is open.</summary>
    /// <param name="doctor">Whose factor it is.</param>
    /// <param name="factor">Which factor.</param>
    /// <param name="now">When it was given.</param>
    public void Confirm(string doctor, SecondFactor factor, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrEmpty(doctor);
        lock (_gate)
        {
            _state = Decayed(now);
            if (_state.Doctor != doctor)
            {
                _state = Closed(now) with { Doctor = doctor };
            }

            _state = _state with
            {
                Probability = Math.Max(_state.Probability, _options.StartWithFactor),
                Factors = new Dictionary<SecondFactor, DateTimeOffset>(_state.Factors) { [factor] = now },
                At = now,
            };
        }
    }

    /// <summary>The state at a moment, decay included.</summary>
    public TrustSnapshot Snapshot(DateTimeOffset now)
    {
        lock (_gate)
        {
            return Decayed(now);
        }
    }

    /// <summary>Closes the session: locked, left, or ended by the doctor.</summary>
    public void Close(DateTimeOffset now)
    {
        lock (_gate)
        {
            _state = Closed(now);
        }
    }

    private bool IsHandover(SpeakerEvidence evidence, bool telling) =>
        telling && evidence.Doctor is { } other && other != _state.Doctor
        && evidence.LogLikelihoodRatio >= _options.Recognise && evidence.For(_state.Doctor!) < 0;

    private TrustChange Open(SpeakerEvidence evidence, bool telling, DateTimeOffset now)
    {
        var handedOver = _state.Doctor is not null;
        _state = Closed(now);
        var ratio = SpoofPenalty(evidence.LogLikelihoodRatio, evidence.SpoofSigns);
        if (!telling || evidence.Doctor is not { } doctor || ratio < _options.Recognise)
        {
            _state = _state with { SpoofSigns = evidence.SpoofSigns, LastVoicedSeconds = evidence.VoicedSeconds };
            return TrustChange.Stranger;
        }

        _state = Heard(_state with { Doctor = doctor }, evidence, ratio, now) with
        {
            Probability = Update(_options.StartWithVoice, Bounded(ratio, evidence.VoicedSeconds)),
        };
        return handedOver ? TrustChange.HandedOver : TrustChange.Opened;
    }

    private static TrustSnapshot Heard(TrustSnapshot state, SpeakerEvidence evidence, double ratio, DateTimeOffset now) => state with
    {
        LastLogLikelihoodRatio = ratio,
        LastVoicedSeconds = evidence.VoicedSeconds,
        SpoofSigns = evidence.SpoofSigns,
        VoiceConfirmedAt = ratio > 0 ? now : state.VoiceConfirmedAt,
        At = now,
    };

    private static TrustSnapshot Closed(DateTimeOffset now) => new() { Probability = Least, At = now };

    /// <summary>Sound heard before, a second voice, or a score that is no number can never raise trust.</summary>
    private static double SpoofPenalty(double ratio, SpoofSigns signs)
    {
        if (signs.HasFlag(SpoofSigns.Replay) || double.IsNaN(ratio))
        {
            return double.NegativeInfinity;
        }

        return signs.HasFlag(SpoofSigns.SecondVoice) ? Math.Min(ratio, 0) - 1 : ratio;
    }

    private double Bounded(double ratio, double voicedSeconds)
    {
        var share = voicedSeconds < _options.FullVoicedSeconds ? 0.5 : 1;
        return Math.Clamp(ratio, -_options.LargestFall, _options.LargestRise * share);
    }

    private static double Update(double probability, double ratio)
    {
        var prior = Math.Clamp(probability, Least, Most);
        return Math.Clamp(1 / (1 + Math.Exp(-(Math.Log(prior / (1 - prior)) + ratio))), Least, Most);
    }

    private TrustSnapshot Decayed(DateTimeOffset now)
    {
        // A clock set back must not restore trust.
        if (_state.Doctor is null || now <= _state.At)
        {
            return _state with { At = now > _state.At ? now : _state.At };
        }

        var halvings = (now - _state.At) / _options.HalfLife;
        return _state with { Probability = Math.Max(_state.Probability * Math.Pow(0.5, halvings), Least), At = now };
    }
}
