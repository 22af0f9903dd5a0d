using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Dialogue.Handlers;

#pragma warning disable CA1050, IDE0130 // A class without a namespace is what is tried.
/// <summary>Stands in no namespace: its short name is its full one.</summary>
public sealed class NamelessHandler : IIntentHandler
{
    public bool Handles(string intent) => false;

    public ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation) => throw new NotSupportedException();
}
