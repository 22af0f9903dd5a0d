using VoiceMed.Nlu;

namespace VoiceMed.Assistant.Agents;

/// <summary>Proposes an intent for words that nobody understood. Its word is never acted upon without a confirmation. Thread-safe.</summary>
public interface IIntentProposer
{
    /// <summary>The intent that the words may mean; null when none does, or when nobody answers in time.</summary>
    /// <param name="text">What was heard.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="intents">The intents in force.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<string?> ProposeAsync(string text, string language, IntentSet intents, CancellationToken cancellation);
}
