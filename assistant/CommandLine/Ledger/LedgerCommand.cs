using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger</c>: the ledger's own commands.</summary>
internal static class LedgerCommand
{
    public static Command Create(Terminal terminal) => new("ledger", "The ledger: its chains, hospitals, accounts, council, contracts, imports, exports, keys.")
    {
        SeedCommand.Create(terminal),
        ShowCommand.Create(terminal),
        VerifyCommand.Create(terminal),
        HistoryCommand.Create(terminal),
        CheckpointCommand.Create(terminal),
        ExportCommand.Create(terminal),
        ImportCommand.Create(terminal),
        HospitalCommand.Create(terminal),
        AccountCommand.Create(terminal),
        KeyCommand.Create(terminal),
        TokenCommand.Create(terminal),
        CouncilCommand.Create(terminal),
        ContractCommand.Create(terminal),
        EraseCommand.Create(terminal),
    };
}
