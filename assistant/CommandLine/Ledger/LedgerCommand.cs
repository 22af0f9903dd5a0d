using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger</c>: the embedded ledger's own commands.</summary>
internal static class LedgerCommand
{
    public static Command Create(Terminal terminal) => new("ledger", "The embedded ledger: seed, show, verify, history, checkpoint, import, export, key, token.")
    {
        SeedCommand.Create(terminal),
        ShowCommand.Create(terminal),
        VerifyCommand.Create(terminal),
        HistoryCommand.Create(terminal),
        CheckpointCommand.Create(terminal),
        ExportCommand.Create(terminal),
        ImportCommand.Create(terminal),
        KeyCommand.Create(terminal),
        TokenCommand.Create(terminal),
    };
}
