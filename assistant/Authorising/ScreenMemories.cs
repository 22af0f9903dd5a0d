using System.Collections.Concurrent;
using VoiceMed.Auth.Policy;

namespace VoiceMed.Assistant.Authorising;

/// <summary>The <see cref="ScreenMemory"/> of every terminal, for as long as the program runs. Thread-safe.</summary>
public sealed class ScreenMemories
{
    private readonly ConcurrentDictionary<string, ScreenMemory> _screens = new(StringComparer.Ordinal);

    /// <summary>The terminal's memory; made when it is first asked for.</summary>
    /// <param name="terminal">The terminal's identifier; null for a memory that is nobody else's.</param>
    /// <param name="lockout">The rule in force; counting goes on when it has changed.</param>
    public ScreenMemory Of(string? terminal, LockoutRule lockout)
    {
        if (terminal is null)
        {
            return new ScreenMemory(lockout);
        }

        var memory = _screens.GetOrAdd(terminal, _ => new ScreenMemory(lockout));
        memory.Attempts.Rule = lockout;
        return memory;
    }
}
