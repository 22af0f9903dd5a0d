using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace VoiceMed.Assistant.Admin.SignIn;

/// <summary>Who is signed in. Kept in memory: a restart signs everybody out. Thread-safe.</summary>
public sealed class AdminSessions(AdminOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Entry> _sessions = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private int _failures;
    private DateTimeOffset _blockedUntil;
    private long _lastStep = -1;

    /// <summary>Tries a sign-in. A code works once; after too many failures nothing works for a minute.</summary>
    /// <returns>The session's token, or null.</returns>
    public string? SignIn(AdminCredentials credentials, string key, string code)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now < _blockedUntil)
            {
                return null;
            }

            var step = TimeBasedCode.Match(credentials.CodeSecret, code, now);
            if (!(credentials.IsKey(key) & step > _lastStep))
            {
                if (++_failures >= options.MaxFailures)
                {
                    _failures = 0;
                    _blockedUntil = now + TimeSpan.FromMinutes(1);
                }

                return null;
            }

            _failures = 0;
            _lastStep = step!.Value;
            var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
            _sessions[token] = new Entry(now, now);
            return token;
        }
    }

    /// <summary>True while the session holds; each question keeps it alive.</summary>
    public bool IsSignedIn(string? token)
    {
        if (token is null || !_sessions.TryGetValue(token, out var entry))
        {
            return false;
        }

        var now = time.GetUtcNow();
        if (now - entry.Since > options.MaxAge || now - entry.Seen > options.IdleTimeout)
        {
            _sessions.TryRemove(token, out _);
            return false;
        }

        _sessions[token] = entry with { Seen = now };
        return true;
    }

    /// <summary>Ends a session.</summary>
    public void SignOut(string? token)
    {
        if (token is not null)
        {
            _sessions.TryRemove(token, out _);
        }
    }

    private sealed record Entry(DateTimeOffset Since, DateTimeOffset Seen);
}
