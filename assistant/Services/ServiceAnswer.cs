namespace VoiceMed.Assistant.Services;

/// <summary>What a hospital's own service answered. Immutable.</summary>
/// <param name="Items">The values of each thing found, by name; a bare value is named <c>value</c>. Empty when nothing was found.</param>
public sealed record ServiceAnswer(IReadOnlyList<IReadOnlyDictionary<string, string>> Items);
