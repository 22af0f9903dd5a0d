namespace VoiceMed.Nlu.Packs.LanguageFiles;

/// <summary>Utterances of an intent with what must come of each. Immutable.</summary>
/// <param name="Say">The utterances; never empty.</param>
/// <param name="Slots">Expected slot values, or null when the test does not look at slots. An empty set says that there are none.</param>
/// <param name="Operation">The call's expected operation, or null.</param>
/// <param name="Parameters">Expected parameters of the call; others may be there too.</param>
/// <param name="Position">Where it stands.</param>
public sealed record PackTest(
    IReadOnlyList<Utterance> Say, IReadOnlyDictionary<string, string>? Slots, string? Operation,
    IReadOnlyDictionary<string, string> Parameters, SourcePosition Position);
