using VoiceMed.Nlu.Replies;

namespace VoiceMed.Nlu.Packs.LanguageFiles;

/// <summary>One language file as read. Immutable.</summary>
internal sealed record LanguageFile(string Path, string Language)
{
    public IReadOnlyDictionary<string, SentenceTemplate> Rules { get; init; } = new Dictionary<string, SentenceTemplate>();

    public IReadOnlyDictionary<string, IReadOnlyList<ListValue>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<ListValue>>();

    public IReadOnlyDictionary<string, SourcePosition> ListPositions { get; init; } = new Dictionary<string, SourcePosition>();

    public IReadOnlyList<Utterance> Skip { get; init; } = [];

    public IReadOnlyList<Utterance> Corrections { get; init; } = [];

    public IReadOnlyList<Utterance> Conjunctions { get; init; } = [];

    public IReadOnlyList<SentenceTemplate> Fragments { get; init; } = [];

    public IReadOnlyList<SentenceTemplate> OutOfScope { get; init; } = [];

    /// <summary>Words the pack's author knows that small recognition models do not know.</summary>
    public IReadOnlyList<Utterance> Unheard { get; init; } = [];

    public IReadOnlyList<LanguageIntent> Intents { get; init; } = [];

    public IReadOnlyDictionary<string, ReplySet> Replies { get; init; } = new Dictionary<string, ReplySet>();

    public IReadOnlyList<DialogueScript> Dialogues { get; init; } = [];
}
