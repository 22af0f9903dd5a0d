namespace VoiceMed.Nlu.Dialogues;

/// <summary>One item of the list on the screen. Immutable.</summary>
/// <param name="Id">What opening it needs, for example a document's identifier.</param>
/// <param name="Hospital">The hospital it belongs to, or null.</param>
public sealed record DialogueItem(string Id, string? Hospital = null);
