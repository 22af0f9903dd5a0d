namespace VoiceMed.Nlu.Packs.LanguageFiles;

/// <summary>The words for one canonical value of a list in one language. Immutable.</summary>
/// <param name="Value">The canonical value.</param>
/// <param name="Forms">How it is said; the first is the spoken form in replies. Never empty.</param>
/// <param name="Position">Where it stands.</param>
public sealed record ListValue(string Value, IReadOnlyList<SentenceTemplate> Forms, SourcePosition Position);
