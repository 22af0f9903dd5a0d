using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Voiceprints;

/// <summary>An enrolled doctor: who, on what consent, and the templates. Immutable; holds biometric data, so never log one.</summary>
public sealed record Voiceprint
{
    /// <summary>The doctor's identifier, for example <c>smirnova</c>.</summary>
    public required string Doctor { get; init; }

    /// <summary>The doctor's name as shown; default the identifier.</summary>
    public string? Name { get; init; }

    /// <summary>The doctor's role in the policy. Default <c>doctor</c>.</summary>
    public string Role { get; init; } = "doctor";

    /// <summary>The ward whose doctors are told apart from each other; empty for the whole house.</summary>
    public string Ward { get; init; } = "";

    /// <summary>Day the doctor consented in writing to the processing of the voice.</summary>
    public required DateOnly ConsentedOn { get; init; }

    /// <summary>When the phrases were recorded.</summary>
    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>Since when the voice opens nothing; <see langword="null"/> while it does. The record is kept, as it is not when it is removed.</summary>
    public DateTimeOffset? SuspendedAt { get; init; }

    /// <summary>What the enrolment gave; never changed by adaptation.</summary>
    public required SpeakerTemplate Enrolled { get; init; }

    /// <summary>The template in use after adaptation; <see langword="null"/> while there was none.</summary>
    public SpeakerTemplate? Adapted { get; init; }

    /// <summary>How many utterances adaptation has taken in.</summary>
    public int Adaptations { get; init; }

    /// <summary>Fingerprints of the enrolment phrases: the same sound is never accepted from a microphone.</summary>
    public IReadOnlyList<byte[]> Fingerprints { get; init; } = [];

    /// <summary>The template to compare with.</summary>
    public SpeakerTemplate Template => Adapted ?? Enrolled;
}
