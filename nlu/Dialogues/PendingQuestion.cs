using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Nlu.Dialogues;

/// <summary>A question the assistant asked. Immutable.</summary>
/// <param name="Intent">What is to be done once it is answered.</param>
/// <param name="Slot">The slot asked for; null when a confirmation is asked for.</param>
public sealed record PendingQuestion(IntentMatch Intent, string? Slot);
