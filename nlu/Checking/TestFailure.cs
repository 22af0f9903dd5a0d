using VoiceMed.Nlu.Packs;

namespace VoiceMed.Nlu.Checking;

/// <summary>A test of a pack that fails. Immutable.</summary>
/// <param name="Position">Where the test stands.</param>
/// <param name="Language">Its language.</param>
/// <param name="Utterance">What is said.</param>
/// <param name="Reason">What was expected and what came.</param>
public sealed record TestFailure(SourcePosition Position, string Language, string Utterance, string Reason)
{
    /// <summary><c>file:line:col: N405: text</c>.</summary>
    public override string ToString() => $"{Position}: {PackMessageCode.FailedTest}: \"{Utterance}\": {Reason}";
}
