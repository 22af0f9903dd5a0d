using VoiceMed.Nlu.Replies;

namespace VoiceMed.Nlu.Packs.LanguageFiles;

/// <summary>How one intent is said and answered in one language. Immutable.</summary>
/// <param name="Id">The intent.</param>
/// <param name="Hint">One thing to say, for the help card, or null.</param>
/// <param name="Sentences">Templates.</param>
/// <param name="Negatives">Utterances that must not be this intent.</param>
/// <param name="Prompts">Questions for a missing slot, by slot.</param>
/// <param name="Confirm">Questions before an explicit confirmation.</param>
/// <param name="Replies">Answers by outcome.</param>
/// <param name="Tests">Utterances with what must come of them.</param>
/// <param name="Position">Where it stands.</param>
public sealed record LanguageIntent(
    string Id, string? Hint, IReadOnlyList<SentenceTemplate> Sentences, IReadOnlyList<Utterance> Negatives,
    IReadOnlyDictionary<string, IReadOnlyList<ReplyTemplate>> Prompts, IReadOnlyList<ReplyTemplate> Confirm,
    IReadOnlyDictionary<string, ReplySet> Replies, IReadOnlyList<PackTest> Tests, SourcePosition Position);
