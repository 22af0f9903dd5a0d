namespace VoiceMed.Nlu.Replies;

/// <summary>An answer. Immutable.</summary>
/// <param name="Speech">What is said, not yet expanded for the synthesiser; empty when nothing is to be said.</param>
/// <param name="Screen">What is shown; empty when nothing is to be shown.</param>
/// <param name="Items">Each item as one line, in the order given.</param>
public sealed record Reply(string Speech, string Screen, IReadOnlyList<string> Items)
{
    /// <summary>Nothing to say or show.</summary>
    public static Reply Empty { get; } = new("", "", []);
}
