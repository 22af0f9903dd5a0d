using VoiceMed.Assistant.Hearing;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>What a turn begins with: an utterance, or typed text.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language"><c>ru</c> or <c>en</c>.</param>
/// <param name="Heard">The utterance behind the words; null for typed text.</param>
public sealed record TurnInput(string Text, string Language, HeardUtterance? Heard)
{
    /// <summary>A spoken turn.</summary>
    public static TurnInput Spoken(HeardUtterance heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        return new TurnInput(heard.Transcript.Text, heard.Transcript.Language, heard);
    }

    /// <summary>A typed turn.</summary>
    public static TurnInput Typed(string text, string language) => new(text, language, null);
}
