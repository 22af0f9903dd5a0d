namespace VoiceMed.Auth.Enrolment;

/// <summary>What phrases must be like to be taken. The defaults suit a bedside tablet's microphone. Immutable.</summary>
public sealed record EnrolmentGate
{
    /// <summary>Least seconds of voice in a phrase. Default 0.8.</summary>
    public double LeastVoicedSeconds { get; init; } = 0.8;

    /// <summary>Least level of the voice in dB relative to full scale. Default -48.</summary>
    public double LeastLevelDecibels { get; init; } = -48;

    /// <summary>Least signal-to-noise ratio in dB. Default 12.</summary>
    public double LeastSignalToNoiseDecibels { get; init; } = 12;

    /// <summary>Largest share of overdriven samples. Default 0.001.</summary>
    public double LargestClippedShare { get; init; } = 0.001;

    /// <summary>Least natural-logarithm likelihood ratio of a phrase against the template of the other phrases. Default 0.5.</summary>
    public double LeastConsistency { get; init; } = 0.5;

    /// <summary>Least share of the phrases' median likelihood ratio each phrase must reach. Default 0.35.</summary>
    public double LeastShareOfMedian { get; init; } = 0.35;

    /// <summary>Least number of good phrases. Default 6, of 8 that are asked for.</summary>
    public int LeastPhrases { get; init; } = 6;

    /// <summary>Least seconds of voice in all good phrases. Default 8.</summary>
    public double LeastTotalVoicedSeconds { get; init; } = 8;

    /// <summary>Mean likelihood ratio from which the voice counts as another enrolled doctor's. Default 4.</summary>
    public double DuplicateIdentity { get; init; } = 4;
}
