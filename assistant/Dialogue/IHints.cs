namespace VoiceMed.Assistant.Dialogue;

/// <summary>What one can say next. Thread-safe.</summary>
public interface IHints
{
    /// <summary>Whole sentences that would be understood now, the likeliest first; at most six.</summary>
    IReadOnlyList<string> For(ConversationState state, string language);
}
