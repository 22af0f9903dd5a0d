using VoiceMed.Auth.Trust;

namespace VoiceMed.Auth.Policy;

/// <summary>What a sensitivity asks for. Immutable.</summary>
public sealed record SensitivityRule
{
    /// <summary>Least probability that the session's doctor is speaking, 0 to 1.</summary>
    public required double Trust { get; init; }

    /// <summary>
    /// Least natural-logarithm likelihood ratio of the very utterance that carries the command: a hijacker is stopped at the first
    /// word, however much trust the doctor has built up.
    /// </summary>
    public required double Floor { get; init; }

    /// <summary>Second factors any one of which must have been given in the session; empty when none is needed.</summary>
    public IReadOnlyList<SecondFactor> Factors { get; init; } = [];

    /// <summary>How old the factor may be; <see langword="null"/> for the length of the session.</summary>
    public TimeSpan? FactorFreshness { get; init; }

    /// <summary>Roles that may have it; empty for all.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}
