namespace VoiceMed.LedgerClient.Fabric.Retry;

/// <summary>How long to keep trying. Immutable and thread-safe.</summary>
public sealed record RetryOptions
{
    /// <summary>Times a function may be evaluated or a proposal endorsed while peers are unreachable or overloaded. Default 4, least 1.</summary>
    public int MaxAttempts { get; init; } = 4;

    /// <summary>Fresh proposals made while other transactions keep changing first what this one read. Default 8, least 1.</summary>
    public int MaxConflictAttempts { get; init; } = 8;

    /// <summary>Pause after the first failure; it doubles from there and is shortened at random by up to half. Default 50 ms.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The longest pause. Default 2 s.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time given to finding out what became of one submitted transaction, sending it again included. Default 60 s.</summary>
    public TimeSpan OutcomeTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Time one question for the outcome waits when it is in doubt whether the orderers have the transaction at all; then the same transaction
    /// is handed over again. Default 5 s.
    /// </summary>
    public TimeSpan DoubtTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
