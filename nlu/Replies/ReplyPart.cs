namespace VoiceMed.Nlu.Replies;

/// <summary>A piece of a reply template. Immutable.</summary>
internal abstract record ReplyPart
{
    /// <summary>Text as it is.</summary>
    public sealed record Literal(string Text) : ReplyPart;

    /// <summary>A value, put through functions from left to right.</summary>
    public sealed record Value(string Name, IReadOnlyList<ReplyFunction> Functions) : ReplyPart;

    /// <summary>Parts that are dropped together when a value among them is missing.</summary>
    public sealed record Optional(IReadOnlyList<ReplyPart> Parts) : ReplyPart;
}
