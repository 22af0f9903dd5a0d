namespace VoiceMed.Nlu.Checking;

/// <summary>What came of running the tests of the packs in one language. Immutable.</summary>
/// <param name="Language">The language.</param>
/// <param name="Utterances">How many utterances were tried.</param>
/// <param name="Dialogues">How many dialogues were played.</param>
/// <param name="Failures">What failed.</param>
public sealed record TestRun(string Language, int Utterances, int Dialogues, IReadOnlyList<TestFailure> Failures);
