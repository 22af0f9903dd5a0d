namespace VoiceMed.Nlu.Packs.Contracts;

/// <summary>What a dialogue remembers, by the names that packs use.</summary>
public static class DialogueKeys
{
    /// <summary>Values a slot may inherit.</summary>
    public static IReadOnlyList<string> Inheritable { get; } = ["patient", "hospital", "period", "item", "department", "kind", "vital", "test"];

    /// <summary>What an intent may require or set: the inheritable values, the list on the screen and the open question.</summary>
    public static IReadOnlyList<string> Contexts { get; } = [.. Inheritable, "list", "question"];
}
