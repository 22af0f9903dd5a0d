using VoiceMed.Auth.Challenge;
using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Policy;

namespace VoiceMed.Assistant.Authorising;

/// <summary>
/// What one screen remembers from session to session, so that nobody gets rid of it by loading the page anew: failures in a row, and
/// the fingerprints of what was heard. Holds no sound. Thread-safe.
/// </summary>
/// <param name="lockout">When the screen stops listening to failures.</param>
public sealed class ScreenMemory(LockoutRule lockout)
{
    /// <summary>Counts failures.</summary>
    public AttemptLimiter Attempts { get; } = new(lockout);

    /// <summary>Knows the same sound again.</summary>
    public ReplayDetector Replays { get; } = new();
}
