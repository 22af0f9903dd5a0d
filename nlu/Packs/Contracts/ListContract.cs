namespace VoiceMed.Nlu.Packs.Contracts;

/// <summary>A list of values a slot may take. Immutable.</summary>
/// <param name="Name">The list's name.</param>
/// <param name="Values">Canonical values; empty for a dynamic list.</param>
/// <param name="Dynamic">The host supplies the values and their words.</param>
/// <param name="Position">Where it is declared.</param>
public sealed record ListContract(string Name, IReadOnlyList<string> Values, bool Dynamic, SourcePosition Position);
