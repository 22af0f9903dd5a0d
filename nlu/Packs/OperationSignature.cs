namespace VoiceMed.Nlu.Packs;

/// <summary>An operation that intents may call. Immutable.</summary>
/// <param name="Name">Camel case, for example <c>getHospitalVisits</c>.</param>
/// <param name="Parameters">Parameter name to whether it must be filled.</param>
public sealed record OperationSignature(string Name, IReadOnlyDictionary<string, bool> Parameters);
