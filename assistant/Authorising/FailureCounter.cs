using VoiceMed.Auth.Policy;

namespace VoiceMed.Assistant.Authorising;

/// <summary>Counts failures in a row and makes the screen wait after too many (NIST SP 800-63B-4, 3.2.3). Not thread-safe.</summary>
internal sealed class FailureCounter(LockoutRule rule, TimeProvider time)
{
    private int _failures;
    private DateTimeOffset _waitUntil = DateTimeOffset.MinValue;

    public bool IsWaiting => time.GetUtcNow() < _waitUntil;

    public void Count(Verdict verdict)
    {
        if (verdict == Verdict.Allow)
        {
            _failures = 0;
        }
        else if (verdict == Verdict.Refuse && !IsWaiting && ++_failures % rule.Failures == 0)
        {
            _waitUntil = time.GetUtcNow() + rule.Wait;
        }
    }
}
