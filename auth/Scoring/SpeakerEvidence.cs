using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Scoring;

/// <summary>What one utterance says about who spoke. Immutable.</summary>
public sealed record SpeakerEvidence
{
    /// <summary>The doctor it fits best, when it is likelier theirs than a stranger's; else <see langword="null"/>.</summary>
    public string? Doctor { get; init; }

    /// <summary>Natural-logarithm likelihood ratio of the best doctor; negative infinity when nobody is enrolled.</summary>
    public double LogLikelihoodRatio { get; init; } = double.NegativeInfinity;

    /// <summary>Seconds of voice heard.</summary>
    public double VoicedSeconds { get; init; }

    /// <summary>What speaks against one living person.</summary>
    public SpoofSigns SpoofSigns { get; init; }

    /// <summary>All doctors of the ward, best first.</summary>
    public IReadOnlyList<DoctorScore> Scores { get; init; } = [];

    /// <summary>Level, noise, clipping and bandwidth of the sound.</summary>
    public SoundQuality Quality { get; init; }

    /// <summary>The likelihood ratio of one doctor; negative infinity when that doctor is not of the ward.</summary>
    public double For(string doctor) =>
        Scores.FirstOrDefault(s => s.Doctor == doctor)?.LogLikelihoodRatio ?? double.NegativeInfinity;
}
