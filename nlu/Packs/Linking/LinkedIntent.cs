using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.LanguageFiles;
using VoiceMed.Nlu.Replies;

namespace VoiceMed.Nlu.Packs.Linking;

/// <summary>An intent in one language, gathered from all files that speak of it. Immutable.</summary>
internal sealed record LinkedIntent(IntentContract Contract, IReadOnlyList<LinkedSentence> Sentences, IReadOnlyList<LanguageIntent> Parts)
{
    public IEnumerable<Utterance> Negatives => Parts.SelectMany(p => p.Negatives);

    public IEnumerable<PackTest> Tests => Parts.SelectMany(p => p.Tests);

    public IReadOnlyList<ReplyTemplate> Confirm => [.. Parts.SelectMany(p => p.Confirm)];

    public string? Hint => Parts.Select(p => p.Hint).FirstOrDefault(h => h is not null);

    public IReadOnlyList<ReplyTemplate> Prompts(string slot) =>
        [.. Parts.SelectMany(p => p.Prompts.TryGetValue(slot, out var prompts) ? prompts : [])];

    public ReplySet? Reply(string outcome) =>
        Parts.Select(p => p.Replies.GetValueOrDefault(outcome)).FirstOrDefault(r => r is not null);
}
