using VoiceMed.Nlu.Templates;

namespace VoiceMed.Nlu.Packs.LanguageFiles;

/// <summary>A template with the text it was written as. Immutable.</summary>
/// <param name="Text">As written.</param>
/// <param name="Node">As parsed.</param>
/// <param name="Position">Where it stands.</param>
public sealed record SentenceTemplate(string Text, TemplateNode Node, SourcePosition Position);
