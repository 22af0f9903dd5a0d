using System.CommandLine;
using VoiceMed.Ledger.Export;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger export</c>: everything in open formats, with proofs.</summary>
internal static class ExportCommand
{
    private const string Description = """
        Writes everything the ledger holds into a folder in open formats, with proofs that need no VoiceMed to be checked. Patients'
        data lies there in clear: protect the folder. What no checkpoint covers yet is left out.
        On Fabric writes the channel's blocks as the peers keep them, with the authorities by which they are checked.

        Examples:
          voicemed ledger checkpoint && voicemed ledger export way-out
          voicemed ledger verify --export way-out
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var folder = new Argument<string>("DIR") { Description = "An empty or new folder." };
        var command = choice.AddTo(new Command("export", Description) { folder });
        command.SetAction((parsed, cancellation) => choice.ReadEitherAsync(
            parsed,
            store =>
            {
                var report = LedgerExport.Write(store, parsed.GetRequiredValue(folder), progress: null, cancellation);
                if (parsed.GetValue(choice.Json))
                {
                    terminal.ResultJson(report);
                }
                else
                {
                    terminal.Result($"exported {Counted.Of(report.Entries, "entry", "entries")} in {Counted.Of(report.Chains, "chain")} and {Counted.Of(report.Documents, "document")}; {Counted.Of(report.Erased, "entry", "entries")} without content, which was erased");
                }

                return Task.FromResult(ExitCode.Done);
            },
            fabric => new FabricArchive(terminal, parsed.GetValue(choice.Json))
                .WriteAsync(fabric, choice.FabricProfile(parsed), parsed.GetRequiredValue(folder), cancellation)));
        return command;
    }
}
