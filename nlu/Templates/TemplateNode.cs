using VoiceMed.Nlu.Packs;

namespace VoiceMed.Nlu.Templates;

/// <summary>A parsed template: a tree of words, slots and ways to combine them. Immutable.</summary>
public abstract record TemplateNode
{
    /// <summary>One normalised word; with <paramref name="Inflected"/> any of its inflected forms.</summary>
    public sealed record Word(string Text, bool Inflected, SourcePosition Position) : TemplateNode;

    /// <summary>A slot's value; <paramref name="Type"/> is null for the slot's own type.</summary>
    public sealed record Slot(string Name, string? Type, SourcePosition Position) : TemplateNode;

    /// <summary>Matches nothing and sets a slot.</summary>
    public sealed record Assign(string Name, string Value, SourcePosition Position) : TemplateNode;

    /// <summary>A rule by name.</summary>
    public sealed record Rule(string Name, SourcePosition Position) : TemplateNode;

    /// <summary>All parts, in this order. No part at all matches nothing.</summary>
    public sealed record Sequence(IReadOnlyList<TemplateNode> Parts) : TemplateNode;

    /// <summary>One of the choices; an optional part is a choice with an empty sequence.</summary>
    public sealed record Choice(IReadOnlyList<TemplateNode> Choices) : TemplateNode;

    /// <summary>All parts, in any order.</summary>
    public sealed record Permutation(IReadOnlyList<TemplateNode> Parts) : TemplateNode;
}
