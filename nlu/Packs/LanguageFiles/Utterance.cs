namespace VoiceMed.Nlu.Packs.LanguageFiles;

/// <summary>An utterance written in a pack, with its place. Immutable.</summary>
/// <param name="Text">As written.</param>
/// <param name="Position">Where it stands.</param>
public sealed record Utterance(string Text, SourcePosition Position);
