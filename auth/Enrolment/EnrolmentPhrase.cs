using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Enrolment;

/// <summary>A phrase that was given, and what was found. Immutable.</summary>
public sealed record EnrolmentPhrase
{
    /// <summary>The sound, 16 kHz mono. Kept until the session is complete, then forgotten.</summary>
    public required short[] Samples { get; init; }

    /// <summary>Seconds of voice in it.</summary>
    public required double VoicedSeconds { get; init; }

    /// <summary>Level, noise, clipping, bandwidth.</summary>
    public required SoundQuality Quality { get; init; }

    /// <summary>Natural-logarithm likelihood ratio against the other phrases; <see langword="null"/> until the session is complete.</summary>
    public double? Consistency { get; init; }

    /// <summary>What is wrong with it; empty when it is good.</summary>
    public required IReadOnlyList<EnrolmentProblem> Problems { get; init; }

    /// <summary>Whether it counts.</summary>
    public bool IsAccepted => Problems.Count == 0;
}
