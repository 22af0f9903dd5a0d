namespace VoiceMed.Assistant.Screen;

/// <summary>Opens the conversation of a screen that proved which terminal it is. Thread-safe.</summary>
public interface IBedsideSessionFactory
{
    /// <summary>Opens a session. The bed of <paramref name="terminal"/> preselects its patient; it never confirms one.</summary>
    /// <param name="terminal">The terminal, already checked against its token.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>: the language the screen starts in.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IBedsideSession> CreateAsync(BedsideTerminal terminal, string language, CancellationToken cancellation = default);
}
