namespace VoiceMed.Nlu.Packs.Contracts;

/// <summary>One value an intent takes. Immutable.</summary>
/// <param name="Name">The slot's name, unique in its intent.</param>
/// <param name="Type"><c>number</c>, <c>ordinal</c>, <c>date</c>, <c>period</c>, <c>time</c>, <c>text</c> or <c>list:name</c>.</param>
/// <param name="Required">Asked for when neither said nor inherited.</param>
/// <param name="Inherit">The dialogue value it takes when it was not said, or null.</param>
/// <param name="Many">Takes several values of one utterance, comma-separated.</param>
/// <param name="Position">Where it is declared.</param>
public sealed record SlotDefinition(string Name, string Type, bool Required, string? Inherit, bool Many, SourcePosition Position)
{
    /// <summary>The list's name when the type is a list, otherwise null.</summary>
    public string? ListName => SlotTypes.ListName(Type);
}
