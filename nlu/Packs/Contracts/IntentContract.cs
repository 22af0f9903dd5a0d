namespace VoiceMed.Nlu.Packs.Contracts;

/// <summary>What an intent is, in no language. Immutable.</summary>
/// <param name="Id">The intent's identifier, for example <c>visits.list</c>.</param>
/// <param name="Summary">One sentence for people and language models.</param>
/// <param name="Frequent">Asked often: coverage wants twice as many tests.</param>
/// <param name="Slots">Slots by name, in the order declared.</param>
/// <param name="Call">What it calls, or null when the assistant itself does it.</param>
/// <param name="Sensitivity">How protected its data is.</param>
/// <param name="Confirm">Whether the assistant makes sure first.</param>
/// <param name="Present">How the answer leaves the assistant.</param>
/// <param name="Requires">Dialogue values that must be known.</param>
/// <param name="Sets">Dialogue values the answer leaves behind.</param>
/// <param name="Yields">Intents that a sentence this intent shares with them belongs to.</param>
/// <param name="Position">Where it is declared.</param>
public sealed record IntentContract(
    string Id, string Summary, bool Frequent, IReadOnlyDictionary<string, SlotDefinition> Slots, CallDefinition? Call,
    Sensitivity Sensitivity, Confirmation Confirm, Presentation Present,
    IReadOnlyList<string> Requires, IReadOnlyList<string> Sets, IReadOnlyList<string> Yields, SourcePosition Position);
