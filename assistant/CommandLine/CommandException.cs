namespace VoiceMed.Assistant.CommandLine;

/// <summary>
/// Ends a command with one sentence for the person at the terminal and an <see cref="CommandLine.ExitCode"/>.
/// The sentence says what to do about it; no stack trace is shown.
/// </summary>
public sealed class CommandException(string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    /// <summary>The exit code the process ends with.</summary>
    public int ExitCode { get; } = exitCode;
}
