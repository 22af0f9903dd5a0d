namespace VoiceMed.Nlu.Parsing;

/// <summary>Where a slot's value comes from.</summary>
public enum SlotSource
{
    /// <summary>It was said.</summary>
    Said,

    /// <summary>It sounds like what was said.</summary>
    Alike,

    /// <summary>The sentence implies it.</summary>
    Implied,

    /// <summary>The dialogue knew it.</summary>
    Inherited,
}
