namespace VoiceMed.Auth.Evaluation;

/// <summary>What came of replayed sessions of one corpus. Shares are 0 to 1; <see langword="null"/> where there was nothing to count.</summary>
public sealed record SimulationResult
{
    /// <summary>Sessions replayed.</summary>
    public int Sessions { get; init; }

    /// <summary>Share of the doctor's own utterances that were answered.</summary>
    public double? GenuineGranted { get; init; }

    /// <summary>Sessions in which somebody else took over.</summary>
    public int TakeOvers { get; init; }

    /// <summary>Share of take-overs after which no utterance of the impostor was answered.</summary>
    public double? TakeOversWithoutLeak { get; init; }

    /// <summary>Mean number of impostor utterances answered after a take-over.</summary>
    public double? LeakedUtterances { get; init; }

    /// <summary>Mean number of impostor utterances up to and with the first refusal; 1 is at once.</summary>
    public double? UtterancesToDetection { get; init; }

    /// <summary>Share of an impostor's utterances answered on a fresh screen, where the policy asks for the second factor the impostor lacks.</summary>
    public double? ColdGrants { get; init; }

    /// <summary>The same when the impostor has stolen the doctor's second factor and only the voice stands in the way.</summary>
    public double? ColdGrantsWithStolenFactor { get; init; }
}
