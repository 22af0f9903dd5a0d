using VoiceMed.Nlu.Packs.LanguageFiles;

namespace VoiceMed.Nlu.Packs.Linking;

/// <summary>A sentence of an intent together with the pack whose rules it uses. Immutable.</summary>
internal sealed record LinkedSentence(string Pack, SentenceTemplate Template);
