namespace VoiceMed.Auth.Trust;

/// <summary>The state of trust at one moment. Immutable.</summary>
public sealed record TrustSnapshot
{
    /// <summary>The doctor whose session it is; <see langword="null"/> when there is none.</summary>
    public string? Doctor { get; init; }

    /// <summary>Probability that this doctor is the one speaking, 0 to 1.</summary>
    public double Probability { get; init; }

    /// <summary>Natural-logarithm likelihood ratio of the last utterance for this doctor; 0 when it was too short to say.</summary>
    public double LastLogLikelihoodRatio { get; init; }

    /// <summary>Voiced seconds of the last utterance.</summary>
    public double LastVoicedSeconds { get; init; }

    /// <summary>What spoke against one living speaker in the last utterance.</summary>
    public Scoring.SpoofSigns SpoofSigns { get; init; }

    /// <summary>When the voice was last confirmed (a likelihood ratio above 0); <see langword="null"/> when never.</summary>
    public DateTimeOffset? VoiceConfirmedAt { get; init; }

    /// <summary>The second factors given in this session and when.</summary>
    public IReadOnlyDictionary<SecondFactor, DateTimeOffset> Factors { get; init; } = new Dictionary<SecondFactor, DateTimeOffset>();

    /// <summary>The moment described.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Natural logarithm of the odds.</summary>
    public double LogOdds => Math.Log(Probability / (1 - Probability));
}
