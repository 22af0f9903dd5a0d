using System.Runtime.Loader;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Dialogue.Handlers;

namespace VoiceMed.Tests.FaultyPlugin;

/// <summary>Uses a library that the program has too, and one that only lies beside the plug-in; says which load context each came from.</summary>
public sealed class LibraryHandler : IIntentHandler
{
    public bool Handles(string intent) => false;

    public ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation) => throw new NotSupportedException();

    public override string ToString() => $"{ContextOf(typeof(QRCoder.QRCodeGenerator))}, {ContextOf(typeof(FsCheck.Config))}";

    private static string? ContextOf(Type type) => AssemblyLoadContext.GetLoadContext(type.Assembly)?.Name;
}
