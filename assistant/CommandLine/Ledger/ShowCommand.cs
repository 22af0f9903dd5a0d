using System.CommandLine;
using System.Text;
using System.Text.Json;
using NodaTime.Text;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger show</c>: the chains, or the entries of one.</summary>
internal static class ShowCommand
{
    private const string Description = """
        Without a chain lists all chains with their lengths; with one prints its entries. Content is printed only with --content,
        because it is a patient's: whoever may read the keys on this machine may read it. On Fabric lists the channel's blocks, or, with
        a block's number, its transactions.

        Examples:
          voicemed ledger show
          voicemed ledger show patient/patient-1
          voicemed ledger show council --content --json
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var chain = new Argument<string?>("CHAIN") { Description = "The chain, for example patient/patient-1.", Arity = ArgumentArity.ZeroOrOne };
        var content = new Option<bool>("--content") { Description = "Print what the entries say." };
        var command = choice.AddTo(new Command("show", Description) { chain, content });
        command.SetAction((parsed, cancellation) => choice.ReadEitherAsync(
            parsed,
            store =>
            {
                var json = parsed.GetValue(choice.Json);
                return Task.FromResult(store.Read(reader => parsed.GetValue(chain) is { } name
                    ? ShowChain(terminal, reader, name, parsed.GetValue(content), json, cancellation)
                    : ShowChains(terminal, reader, json)));
            },
            fabric => new FabricChannelView(terminal, parsed.GetValue(choice.Json))
                .ShowAsync(fabric, parsed.GetValue(chain), parsed.GetValue(content), cancellation)));
        return command;
    }

    private static int ShowChains(Terminal terminal, LedgerReader reader, bool json)
    {
        foreach (var name in reader.Chains())
        {
            if (json)
            {
                terminal.ResultJson(new { chain = name, entries = reader.Length(name) });
            }
            else
            {
                terminal.Result($"{reader.Length(name),8}  {name}");
            }
        }

        return ExitCode.Done;
    }

    private static int ShowChain(Terminal terminal, LedgerReader reader, string chain, bool content, bool json, CancellationToken cancellation)
    {
        if (reader.Length(chain) == 0)
        {
            throw new CommandException($"The ledger has no chain '{chain}'; 'voicemed ledger show' lists them.");
        }

        foreach (var entry in reader.Walk(chain))
        {
            cancellation.ThrowIfCancellationRequested();
            var payload = content ? Readable(reader, entry) : null;
            if (json)
            {
                terminal.ResultJson(new
                {
                    chain,
                    index = entry.Header.Index,
                    kind = entry.Header.Kind,
                    time = InstantPattern.ExtendedIso.Format(entry.Header.Time),
                    writer = entry.Header.Writer,
                    hash = entry.Reference.Hash,
                    previous = Convert.ToHexStringLower(entry.Header.Previous),
                    supersedes = entry.Header.Supersedes.Length == 0 ? null : Convert.ToHexStringLower(entry.Header.Supersedes),
                    content = payload is null ? (JsonElement?)null : JsonSerializer.Deserialize<JsonElement>(payload),
                });
            }
            else
            {
                terminal.Result($"#{entry.Header.Index,-5} {InstantPattern.General.Format(entry.Header.Time)} {entry.Header.Kind,-18} {entry.Header.Writer,-22} {entry.Reference.Hash[..16]}");
                if (payload is not null)
                {
                    terminal.Result("       " + Encoding.UTF8.GetString(payload));
                }
            }
        }

        return ExitCode.Done;
    }

    private static byte[]? Readable(LedgerReader reader, StoredEntry entry)
    {
        try
        {
            return reader.Open(entry);
        }
        catch (LedgerRejectedException)
        {
            return null;
        }
    }
}
