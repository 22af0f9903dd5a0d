using System.Globalization;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;

namespace VoiceMed.Auth.Policy;

/// <summary>The rules by which requests are decided, as read from the policy file. Immutable and thread-safe.</summary>
public sealed record AccessPolicy
{
    /// <summary>What each sensitivity asks for; all of them are present.</summary>
    public required IReadOnlyDictionary<Sensitivity, SensitivityRule> Sensitivities { get; init; }

    /// <summary>How trust rises and falls.</summary>
    public TrustOptions Trust { get; init; } = new();

    /// <summary>How challenges are put.</summary>
    public ChallengeRule Challenge { get; init; } = new();

    /// <summary>When a screen stops listening to failures.</summary>
    public LockoutRule Lockout { get; init; } = new();

    /// <summary>The same policy with another floor for one sensitivity.</summary>
    public AccessPolicy WithFloor(Sensitivity sensitivity, double floor) => this with
    {
        Sensitivities = new Dictionary<Sensitivity, SensitivityRule>(Sensitivities)
        {
            [sensitivity] = Sensitivities[sensitivity] with { Floor = floor },
        },
    };

    /// <summary>Decides a request. The first rule that is not met gives the reason.</summary>
    public Decision Decide(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rule = Sensitivities[request.Sensitivity];
        var trust = request.Trust;
        if (request.Sensitivity == Sensitivity.Open)
        {
            return Reasons.Of(Verdict.Allow, ReasonCode.Granted);
        }

        var reason = request.LockedOut ? ReasonCode.LockedOut
            : trust.Doctor is null ? ReasonCode.UnknownSpeaker
            : rule.Roles.Count > 0 && !rule.Roles.Contains(request.Role ?? "") ? ReasonCode.Role
            : request.BySpeech ? SpeechReason(rule, trust)
            : ReasonCode.Granted;
        if (reason == ReasonCode.Granted && !HasFactor(request, rule))
        {
            reason = ReasonCode.FactorNeeded;
        }

        var verdict = VerdictOf(reason, trust);
        return Reasons.Of(verdict, reason) with
        {
            Factors = verdict == Verdict.Challenge ? FactorsFor(rule, request) : [],
            Detail = string.Create(
                CultureInfo.InvariantCulture,
                $"trust {trust.Probability:F3} (needed {rule.Trust:F3}), utterance {trust.LastLogLikelihoodRatio:F2} (needed {rule.Floor:F2}), {trust.LastVoicedSeconds:F1} s of voice"),
        };
    }

    private ReasonCode SpeechReason(SensitivityRule rule, TrustSnapshot trust)
    {
        if (trust.SpoofSigns.HasFlag(SpoofSigns.Replay))
        {
            return ReasonCode.Replay;
        }

        if (trust.SpoofSigns.HasFlag(SpoofSigns.SecondVoice))
        {
            return ReasonCode.SecondVoice;
        }

        if (trust.LastVoicedSeconds < Trust.LeastVoicedSeconds)
        {
            return ReasonCode.TooShort;
        }

        return trust.LastLogLikelihoodRatio < rule.Floor ? ReasonCode.OtherVoice
            : trust.Probability < rule.Trust ? ReasonCode.TrustTooLow
            : ReasonCode.Granted;
    }

    private Verdict VerdictOf(ReasonCode reason, TrustSnapshot trust) => reason switch
    {
        ReasonCode.Granted => Verdict.Allow,
        ReasonCode.FactorNeeded => Verdict.Challenge,
        ReasonCode.TrustTooLow when trust.Probability >= Challenge.OfferAbove => Verdict.Challenge,
        _ => Verdict.Refuse,
    };

    private static bool HasFactor(AccessRequest request, SensitivityRule rule)
    {
        // A command that was not spoken has no voice behind it, so it always rests on PIN or badge.
        var wanted = rule.Factors.Count > 0 ? rule.Factors : request.BySpeech ? [] : [SecondFactor.Pin, SecondFactor.Badge];
        return wanted.Count == 0 || wanted.Any(factor =>
            request.Trust.Factors.TryGetValue(factor, out var given)
            && (rule.FactorFreshness is not { } freshness || request.Trust.At - given <= freshness));
    }

    private static IReadOnlyList<SecondFactor> FactorsFor(SensitivityRule rule, AccessRequest request) =>
        rule.Factors.Count > 0 ? rule.Factors
        : request.BySpeech ? [SecondFactor.Challenge, SecondFactor.Pin, SecondFactor.Badge]
        : [SecondFactor.Pin, SecondFactor.Badge];
}
