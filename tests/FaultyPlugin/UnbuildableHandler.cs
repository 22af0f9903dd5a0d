using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Dialogue.Handlers;

namespace VoiceMed.Tests.FaultyPlugin;

/// <summary>Looks for a file of its own when it is made, and there is none.</summary>
public sealed class UnbuildableHandler : IIntentHandler
{
    public UnbuildableHandler() => throw new IOException("There is no tariff table.");

    public bool Handles(string intent) => false;

    public ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation) => throw new NotSupportedException();
}
