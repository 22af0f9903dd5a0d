namespace VoiceMed.Auth.Journal;

/// <summary>
/// One line of a session's journal: what was heard of the speaker or decided, never what was said, and nothing about a patient. Immutable.
/// </summary>
public sealed record SessionEvent
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required SessionEventKind Kind { get; init; }

    /// <summary>The screen's terminal; <see langword="null"/> on the command line.</summary>
    public string? Terminal { get; init; }

    /// <summary>The doctor concerned; <see langword="null"/> when nobody was recognised.</summary>
    public string? Doctor { get; init; }

    /// <summary>Natural-logarithm likelihood ratio of the utterance for that doctor.</summary>
    public double? LogLikelihoodRatio { get; init; }

    /// <summary>Seconds of voice in the utterance.</summary>
    public double? VoicedSeconds { get; init; }

    /// <summary>Probability afterwards that the session's doctor is speaking.</summary>
    public double? Probability { get; init; }

    /// <summary>What spoke against one living speaker.</summary>
    public string? SpoofSigns { get; init; }

    /// <summary>The intent's id for a decision, for example <c>visits.list</c>; no slots.</summary>
    public string? Intent { get; init; }

    /// <summary>Sensitivity decided about.</summary>
    public string? Sensitivity { get; init; }

    /// <summary>Verdict, outcome of a challenge, or the factor that was given.</summary>
    public string? Result { get; init; }

    /// <summary>The decision's reason code.</summary>
    public string? Reason { get; init; }

    /// <summary>The values that were compared.</summary>
    public string? Detail { get; init; }
}
