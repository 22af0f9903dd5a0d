namespace VoiceMed.Auth.Policy;

/// <summary>How a challenge is put. Immutable.</summary>
public sealed record ChallengeRule
{
    /// <summary>Number of digits, 4 to 8. Default 4.</summary>
    public int Digits { get; init; } = 4;

    /// <summary>Time from asking to the end of the answer. Default 12 s.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>Least natural-logarithm likelihood ratio of the answer's voice. Default 2.</summary>
    public double Floor { get; init; } = 2;

    /// <summary>Trust below which no challenge is offered: the session must be opened by PIN or badge. Default 0.02.</summary>
    public double OfferAbove { get; init; } = 0.02;
}
