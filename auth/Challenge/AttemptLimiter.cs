using VoiceMed.Auth.Policy;

namespace VoiceMed.Auth.Challenge;

/// <summary>
/// Counts failures in a row at one screen: after some it waits, after more only PIN or badge open a session again. Each step raises an
/// alert once. Thread-safe.
/// </summary>
/// <param name="rule">The numbers.</param>
public sealed class AttemptLimiter(LockoutRule rule)
{
    private readonly Lock _gate = new();
    private int _failures;
    private DateTimeOffset _waitUntil = DateTimeOffset.MinValue;

    /// <summary>Raised outside the lock when failures reach a limit; for the admin's page and the audit.</summary>
    public event EventHandler<LockoutAlert>? Alert;

    /// <summary>Failures in a row.</summary>
    public int Failures
    {
        get
        {
            lock (_gate)
            {
                return _failures;
            }
        }
    }

    /// <summary>Whether nothing spoken is answered now.</summary>
    public bool IsLockedOut(DateTimeOffset now)
    {
        lock (_gate)
        {
            return now < _waitUntil || _failures >= rule.FactorAfter;
        }
    }

    /// <summary>Counts a failure: a stranger's command, a wrong answer to a challenge, a replay.</summary>
    public void Fail(DateTimeOffset now)
    {
        LockoutAlert? alert = null;
        lock (_gate)
        {
            _failures++;
            if (_failures == rule.FactorAfter)
            {
                alert = new LockoutAlert(now, _failures, Until: null);
            }
            else if (_failures % rule.Failures == 0)
            {
                _waitUntil = now + rule.Wait;
                alert = new LockoutAlert(now, _failures, _waitUntil);
            }
        }

        if (alert is not null)
        {
            Alert?.Invoke(this, alert);
        }
    }

    /// <summary>Starts counting anew, after a doctor was let in by a second factor.</summary>
    public void Succeed()
    {
        lock (_gate)
        {
            _failures = 0;
            _waitUntil = DateTimeOffset.MinValue;
        }
    }
}
