using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Dialogue.Handlers;

namespace VoiceMed.Tests.FaultyPlugin;

/// <summary>Gives up as <see cref="HttpClient"/> does after its timeout, or waits for the turn to be ended.</summary>
public sealed class TimedOutHandler : IIntentHandler
{
    public bool Handles(string intent) => intent == "roof.antenna";

    public async ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await Task.Yield();
        throw new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout.", new TimeoutException());
    }
}
