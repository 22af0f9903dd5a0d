using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs.LanguageFiles;
using VoiceMed.Nlu.Replies;
using VoiceMed.Nlu.Templates;

namespace VoiceMed.Nlu.Packs.Linking;

/// <summary>All packs in one language. Immutable.</summary>
internal sealed record LinkedLanguage(ILanguage Language)
{
    /// <summary>Rules by <see cref="RuleKey"/>.</summary>
    public required IReadOnlyDictionary<string, TemplateNode> Rules { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<ListValue>> Lists { get; init; }

    public required IReadOnlyList<LinkedIntent> Intents { get; init; }

    public required IReadOnlyList<LinkedSentence> Fragments { get; init; }

    public required IReadOnlyList<Utterance> Skip { get; init; }

    public required IReadOnlyList<Utterance> Corrections { get; init; }

    public required IReadOnlyList<Utterance> Conjunctions { get; init; }

    /// <summary>Sentences that nothing answers.</summary>
    public required IReadOnlyList<LinkedSentence> OutOfScope { get; init; }

    /// <summary>Words that are known to be missing from small recognition models.</summary>
    public required IReadOnlyList<Utterance> Unheard { get; init; }

    public required IReadOnlyDictionary<string, ReplySet> Replies { get; init; }

    public required IReadOnlyList<DialogueScript> Dialogues { get; init; }

    /// <summary>The key of the rule that <paramref name="name"/> means in <paramref name="pack"/>: its own, else another pack's; null when there is none.</summary>
    public string? RuleKey(string pack, string name)
    {
        var own = pack + "/" + name;
        return Rules.ContainsKey(own) ? own : Rules.Keys.FirstOrDefault(k => k.EndsWith("/" + name, StringComparison.Ordinal));
    }
}
