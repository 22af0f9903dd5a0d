using VoiceMed.Nlu;
using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Replies;

namespace VoiceMed.Assistant.Answering;

/// <summary>Words answers from the packs in force, a different variant each time. Thread-safe.</summary>
/// <param name="intents">Gives the intents in force.</param>
public sealed class PackReplyWriter(Func<IntentSet> intents) : IReplyWriter, IReplyGrammars
{
    private int _seed;

    /// <inheritdoc/>
    public Reply Write(
        string intent, string outcome, string language,
        IReadOnlyDictionary<string, string> values, IReadOnlyList<IReadOnlyDictionary<string, string>> items) =>
        intents().Reply(intent, outcome, language, values, items, Interlocked.Increment(ref _seed));

    /// <inheritdoc/>
    public IReplyGrammar Of(string language) => (Languages.Default.Find(language) ?? throw new ArgumentException($"nobody speaks '{language}' here", nameof(language))).Grammar;
}
