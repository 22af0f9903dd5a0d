using System.CommandLine;
using NodaTime.Text;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger history</c>: everything an account did.</summary>
internal static class HistoryCommand
{
    private const string Description = """
        Prints the whole history of an account, newest first: its own life, and every access it made or tried. For a hospital's
        key (hospital-1/manager-1) prints everything it signed.

        Examples:
          voicemed ledger history smirnova
          voicemed ledger history hospital-2/manager-1 --count 20 --json
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var account = new Argument<string>("ACCOUNT") { Description = "An account, or the name of a key." };
        var count = new Option<int?>("--count") { Description = "At most so many. Default: all." };
        var command = choice.AddTo(new Command("history", Description) { account, count });
        command.SetAction((parsed, cancellation) => choice.ReadEitherAsync(parsed, store =>
        {
            var name = parsed.GetRequiredValue(account);
            var most = parsed.GetValue(count);
            var entries = store.Read<IReadOnlyList<StoredEntry>>(reader =>
            [
                .. reader.WrittenBy(name, most).Concat(reader.ActedBy(name, most))
                    .Concat(ChainName.IsValid(name) ? reader.Walk(ChainName.Account(name)) : [])
                    .DistinctBy(static entry => entry.Sequence).OrderByDescending(static entry => entry.Sequence).Take(most ?? int.MaxValue),
            ]);
            if (entries.Count == 0)
            {
                throw new CommandException($"The ledger holds nothing of '{name}'; 'voicemed ledger show' lists the accounts.");
            }

            foreach (var entry in entries)
            {
                Print(terminal, entry, parsed.GetValue(choice.Json));
            }

            return Task.FromResult(ExitCode.Done);
        }, async fabric =>
        {
            var name = parsed.GetRequiredValue(account);
            var found = await fabric.Browser.GetTransactionsOfAsync(new DoctorId(name), parsed.GetValue(count) ?? int.MaxValue, cancellation).ConfigureAwait(false);
            if (found.Count == 0)
            {
                throw new CommandException($"The ledger holds nothing of '{name}'; 'voicemed ledger account list' lists the accounts.");
            }

            new FabricChannelView(terminal, parsed.GetValue(choice.Json)).Print(found);
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Print(Terminal terminal, StoredEntry entry, bool json)
    {
        var header = entry.Header;
        if (json)
        {
            terminal.ResultJson(new
            {
                sequence = entry.Sequence,
                chain = header.Chain,
                index = header.Index,
                kind = header.Kind,
                time = InstantPattern.ExtendedIso.Format(header.Time),
                writer = header.Writer,
                hash = entry.Reference.Hash,
            });
        }
        else
        {
            terminal.Result($"{InstantPattern.General.Format(header.Time)} {header.Kind,-18} {header.Chain} #{header.Index} by {header.Writer}");
        }
    }
}
