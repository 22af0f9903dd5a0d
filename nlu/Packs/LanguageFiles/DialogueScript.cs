namespace VoiceMed.Nlu.Packs.LanguageFiles;

/// <summary>A whole dialogue as test data. Immutable.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Context">What the dialogue knows before the first turn, by <see cref="Contracts.DialogueKeys"/>.</param>
/// <param name="Turns">The turns, in order.</param>
/// <param name="Position">Where it stands.</param>
public sealed record DialogueScript(
    string Name, IReadOnlyDictionary<string, string> Context, IReadOnlyList<DialogueScriptTurn> Turns, SourcePosition Position);
