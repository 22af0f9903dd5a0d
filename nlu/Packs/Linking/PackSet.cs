using VoiceMed.Nlu.Packs.Contracts;

namespace VoiceMed.Nlu.Packs.Linking;

/// <summary>Everything the packs say, checked against each other. Immutable.</summary>
internal sealed record PackSet(
    IReadOnlyDictionary<string, IntentContract> Intents, IReadOnlyDictionary<string, ListContract> Lists,
    IReadOnlyDictionary<string, LinkedLanguage> Languages)
{
    public static PackSet Empty { get; } = new(
        new Dictionary<string, IntentContract>(), new Dictionary<string, ListContract>(), new Dictionary<string, LinkedLanguage>());
}
