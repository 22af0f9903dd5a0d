using VoiceMed.Assistant.Dialogue;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Assistant.Understanding;

/// <summary>The <c>meant</c> step: words and the conversation so far become an intent. Thread-safe; the state is the caller's.</summary>
public interface IUnderstanding
{
    /// <summary>Understands an utterance in the light of the conversation.</summary>
    /// <param name="text">What was heard or typed.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="state">What the conversation remembers.</param>
    ParseResult Understand(string text, string language, ConversationState state);

    /// <summary>An intent that was chosen without words, by touch or scan; null when no pack has it.</summary>
    /// <param name="intent">The intent's identifier.</param>
    /// <param name="slots">Its slots.</param>
    IntentMatch? Intent(string intent, IReadOnlyDictionary<string, SlotValue> slots);
}
