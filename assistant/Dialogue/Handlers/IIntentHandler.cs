namespace VoiceMed.Assistant.Dialogue.Handlers;

/// <summary>Carries out a family of intents after they were permitted. Implementations keep no state of their own.</summary>
public interface IIntentHandler
{
    /// <summary>Whether this handler is the one for the intent.</summary>
    bool Handles(string intent);

    /// <summary>Carries it out. What it throws fails this turn and nothing else.</summary>
    /// <exception cref="LedgerClient.Errors.LedgerException">The ledger refused, could not be reached, or does not agree with its signatures.</exception>
    ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation);
}
