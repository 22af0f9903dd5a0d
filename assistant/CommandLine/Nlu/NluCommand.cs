using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed nlu</c>: the intent engine by itself.</summary>
internal static class NluCommand
{
    public static Command Create(Terminal terminal) => new("nlu", "The intent engine by itself.") { EvalCommand.Create(terminal) };
}
