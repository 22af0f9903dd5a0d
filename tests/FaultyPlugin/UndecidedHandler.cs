using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Dialogue.Handlers;

namespace VoiceMed.Tests.FaultyPlugin;

/// <summary>Throws when it is asked what it handles.</summary>
public sealed class UndecidedHandler : IIntentHandler
{
    public bool Handles(string intent) => throw new InvalidOperationException("Иванова Мария Сергеевна");

    public ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation) => throw new NotSupportedException();
}
