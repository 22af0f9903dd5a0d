namespace VoiceMed.Nlu.Parsing;

/// <summary>What an understood intent calls. Immutable.</summary>
/// <param name="Operation">The operation, URL template or handler.</param>
/// <param name="Parameters">Filled parameters; one whose slot has no value is absent.</param>
public sealed record IntentCall(string Operation, IReadOnlyDictionary<string, string> Parameters);
