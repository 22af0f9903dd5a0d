using VoiceMed.Nlu.Language;

namespace VoiceMed.Assistant.Answering;

/// <summary>The grammar of each language, for what the assistant words itself. Thread-safe.</summary>
public interface IReplyGrammars
{
    /// <summary>The language's grammar.</summary>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    IReplyGrammar Of(string language);
}
