namespace VoiceMed.Nlu.Packs.LanguageFiles;

/// <summary>One turn of a <see cref="DialogueScript"/>. Immutable.</summary>
/// <param name="Say">What is said.</param>
/// <param name="Intent">The intent that must come of it, <c>none</c> when nothing may.</param>
/// <param name="Slots">Slot values that must come of it; others may be there too.</param>
/// <param name="Parameters">Call parameters that must come of it; others may be there too.</param>
/// <param name="Asks">The slot the assistant must ask for, <c>confirmation</c>, or null when it must not ask.</param>
/// <param name="Shows">How many items the answer puts on the screen, or null when it leaves the screen as it is.</param>
/// <param name="Focus">The item the answer opens, or null.</param>
/// <param name="Position">Where it stands.</param>
public sealed record DialogueScriptTurn(
    string Say, string? Intent, IReadOnlyDictionary<string, string> Slots, IReadOnlyDictionary<string, string> Parameters,
    string? Asks, int? Shows, string? Focus, SourcePosition Position);
