using System.CommandLine;
using VoiceMed.Ledger.Export;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient.Fabric.Clinical;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger verify</c>: is everything as it was written?</summary>
internal static class VerifyCommand
{
    private const string Description = """
        Checks everything and changes nothing: every byte of the file, every entry's place, link, content and signature, everything
        derived from entries, every checkpoint. Names the first bad entry, and ends with 1 when there is one.
        While the server runs the entries are checked, but not the bytes of the file between them.
        On Fabric checks every block of the channel: order, contents, the orderers' signatures and the endorsements.

        Examples:
          voicemed ledger verify
          voicemed ledger verify --json
          voicemed ledger verify --export way-out
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var export = new Option<string?>("--export") { Description = "Check an export instead, against this machine's pinned council.", HelpName = "DIR" };
        var command = choice.AddTo(new Command("verify", Description) { export });
        command.SetAction((parsed, cancellation) => choice.IsFabric(parsed)
            ? choice.FabricAsync(parsed, fabric => VerifyFabricAsync(terminal, choice, parsed, fabric, parsed.GetValue(export), cancellation))
            : LedgerChoice.TranslateAsync(async () =>
            {
                var report = parsed.GetValue(export) is { } folder
                    ? VerifyExport(terminal, folder, choice.Find(parsed))
                    : await LedgerVerifier.VerifyAsync(choice.Find(parsed), new VerifyProgress(terminal), cancellation).ConfigureAwait(false);
                if (parsed.GetValue(choice.Json))
                {
                    terminal.ResultJson(new { good = report.IsGood, report.Entries, report.Chains, report.Checkpoints, report.Erased, report.FileChecked, report.Problems });
                }
                else
                {
                    Print(terminal, report);
                }

                return report.IsGood ? ExitCode.Done : ExitCode.Failed;
            }));
        return command;
    }

    private static Task<int> VerifyFabricAsync(
        Terminal terminal, LedgerChoice choice, ParseResult parsed, FabricLedger fabric, string? export, CancellationToken cancellation) =>
        new FabricArchive(terminal, parsed.GetValue(choice.Json))
            .VerifyAsync(fabric, choice.FabricProfile(parsed), export, new VerifyProgress(terminal), cancellation);

    private static VerificationReport VerifyExport(Terminal terminal, string folder, LedgerOptions options)
    {
        var pinned = PinnedCouncil.PathIn(options.KeysDirectory);
        if (!File.Exists(pinned))
        {
            terminal.Message("This machine has no pinned council: the export is checked against its own word, which shows only that it is consistent.");
        }

        return ExportVerifier.Verify(folder, File.Exists(pinned) ? PinnedCouncil.Read(pinned) : null);
    }

    private static void Print(Terminal terminal, VerificationReport report)
    {
        foreach (var problem in report.Problems)
        {
            terminal.Result(problem.ToString());
        }

        terminal.Result(report.IsGood
            ? $"good: {Counted.Of(report.Entries, "entry", "entries")} in {Counted.Of(report.Chains, "chain")}, {Counted.Of(report.Checkpoints, "checkpoint")}, {Counted.Of(report.Erased, "patient")} erased by rule"
            : $"NOT GOOD: first at {report.Problems[0].Where}. Stop writing, keep the file as it is, and restore from a backup that verifies.");
        if (!report.FileChecked)
        {
            terminal.Message("Another process has the ledger open, so the bytes between the entries were not checked; stop it to check them too.");
        }
    }

    private sealed class VerifyProgress(Terminal terminal) : IProgress<long>
    {
        private const long Step = 100_000;

        private long _next = Step;

        public void Report(long value)
        {
            if (value >= _next)
            {
                _next = value + Step;
                terminal.Message($"{value} entries checked");
            }
        }
    }
}
