namespace VoiceMed.Nlu.Packs.Contracts;

/// <summary>One contract file as read. Immutable.</summary>
internal sealed record ContractFile(string Path, IReadOnlyList<IntentContract> Intents, IReadOnlyList<ListContract> Lists);
