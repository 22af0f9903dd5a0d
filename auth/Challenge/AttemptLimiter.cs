using VoiceMed.Auth.Policy;

namespace VoiceMed.Auth.Challenge;

/// <summary>
/// Counts failures in a row at one screen: after some it waits, after more only PIN or badge open a session again. Each step gives one
/// alert. Thread-safe.
/// </summary>
/// <param name="rule">The numbers.</param>
public sealed class AttemptLimiter(LockoutRule rule)
{
    private readonly Lock _gate = new();
    private LockoutRule _rule = rule;
    private int _failures;
    private DateTimeOffset _waitUntil = DateTimeOffset.MinValue;

    /// <summary>The numbers in force.</summary>
    public LockoutRule Rule
    {
        get
        {
            lock (_gate)
            {
                return _rule;
            }
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (_gate)
            {
                _rule = value;
            }
        }
    }

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
            return now < _waitUntil || _failures >= _rule.FactorAfter;
        }
    }

    /// <summary>Counts a failure: a stranger's command, a wrong answer to a challenge, a replay.</summary>
    /// <returns>What the admin must learn, when failures have just reached a limit; else <see langword="null"/>.</returns>
    public LockoutAlert? Fail(DateTimeOffset now)
    {
        lock (_gate)
        {
            _failures++;
            if (_failures == _rule.FactorAfter)
            {
                return new LockoutAlert(now, _failures, Until: null);
            }

            if (_failures % _rule.Failures == 0)
            {
                _waitUntil = now + _rule.Wait;
                return new LockoutAlert(now, _failures, _waitUntil);
            }

            return null;
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
