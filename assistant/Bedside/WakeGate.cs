namespace VoiceMed.Assistant.Bedside;

/// <summary>
/// Tells speech to the assistant from speech in the room: the wake word opens, and after an answer a while of follow-up
/// needs none. Not thread-safe.
/// </summary>
/// <param name="wakeWords">The wake words, in any language.</param>
/// <param name="followUp">How long an answer may be followed up.</param>
/// <param name="time">The clock.</param>
public sealed class WakeGate(IReadOnlyCollection<string> wakeWords, TimeSpan followUp, TimeProvider time)
{
    // "Эй, ассистент, …": a word or two may come before.
    private const int Among = 3;

    private DateTimeOffset _openUntil = DateTimeOffset.MinValue;

    /// <summary>True while no wake word is needed.</summary>
    public bool IsOpen => time.GetUtcNow() < _openUntil;

    /// <summary>How long it stays open; zero when it is closed.</summary>
    public TimeSpan Remaining => IsOpen ? _openUntil - time.GetUtcNow() : TimeSpan.Zero;

    /// <summary>Whether words are meant for the assistant.</summary>
    /// <param name="text">The words, lower case.</param>
    public bool Admits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsOpen || HasWakeWord(text);
    }

    /// <summary>Whether the wake word is among the first words.</summary>
    public bool HasWakeWord(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(Among).Any(wakeWords.Contains);
    }

    /// <summary>An answer was given, or its sound has ended: it may be followed up from now on.</summary>
    public void Open() => _openUntil = time.GetUtcNow() + followUp;

    /// <summary>The session has ended or was locked: the wake word is needed again.</summary>
    public void Close() => _openUntil = DateTimeOffset.MinValue;
}
