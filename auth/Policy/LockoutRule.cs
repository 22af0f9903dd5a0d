namespace VoiceMed.Auth.Policy;

/// <summary>When a screen stops listening to failed attempts (after NIST SP 800-63B-4, 3.2.3). Immutable.</summary>
public sealed record LockoutRule
{
    /// <summary>Failures in a row before the screen waits. Default 5.</summary>
    public int Failures { get; init; } = 5;

    /// <summary>How long it waits. Default 30 s.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Failures in a row after which only PIN or badge open a session again. Default 10.</summary>
    public int FactorAfter { get; init; } = 10;
}
