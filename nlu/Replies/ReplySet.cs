namespace VoiceMed.Nlu.Replies;

/// <summary>The answers of an intent for one outcome. Immutable.</summary>
/// <param name="Speech">Variants to be spoken.</param>
/// <param name="Screen">Variants to be shown.</param>
/// <param name="Item">How one of several items reads, or null.</param>
public sealed record ReplySet(IReadOnlyList<ReplyTemplate> Speech, IReadOnlyList<ReplyTemplate> Screen, ReplyTemplate? Item);
