namespace VoiceMed.Auth.Policy;

/// <summary>A policy file with errors; the message has one line an error, each <c>file:line:column: what is wrong</c>.</summary>
public sealed class PolicyException(IReadOnlyList<string> errors) : Exception(string.Join('\n', errors))
{
    /// <summary>The errors, in order of the file.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
