using NodaTime.Text;
using VoiceMed.LedgerClient.Browsing;
using VoiceMed.LedgerClient.Fabric.Clinical;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary>Prints a Fabric channel: its blocks, the transactions of one, what an account did, its head.</summary>
internal sealed class FabricChannelView(Terminal terminal, bool json)
{
    /// <summary>Prints all blocks, or the transactions of one.</summary>
    public async Task<int> ShowAsync(FabricLedger ledger, string? block, bool content, CancellationToken cancellation)
    {
        if (content)
        {
            throw new CommandException("A channel's contents are asked through the assistant or REST, where consent decides: leave --content out.", ExitCode.Usage);
        }

        if (block is null)
        {
            foreach (var one in await ledger.Browser.GetBlocksAsync(0, int.MaxValue, cancellation).ConfigureAwait(false))
            {
                PrintBlock(one);
            }

            return ExitCode.Done;
        }

        if (!int.TryParse(block, out var number) || await ledger.Browser.FindBlockAsync(number, cancellation).ConfigureAwait(false) is not { } found)
        {
            throw new CommandException($"The channel has no block '{block}'; 'voicemed ledger show' lists them by number.");
        }

        var transactions = await ledger.Browser.GetTransactionsAsync(found.First - 1, (int)(found.Last - found.First + 1), cancellation).ConfigureAwait(false);
        Print(transactions);
        return ExitCode.Done;
    }

    /// <summary>Prints transactions.</summary>
    public void Print(IEnumerable<TransactionView> transactions)
    {
        foreach (var one in transactions)
        {
            if (json)
            {
                terminal.ResultJson(new { one.Sequence, block = one.Index, call = one.Kind, time = InstantPattern.ExtendedIso.Format(one.Time), one.Writer, transaction = one.Hash });
            }
            else
            {
                terminal.Result($"#{one.Index,-6} {InstantPattern.General.Format(one.Time)} {one.Kind,-40} {one.Writer,-12} {one.Hash[..Math.Min(16, one.Hash.Length)]}");
            }
        }
    }

    /// <summary>Prints the newest block's header, whose signature was checked.</summary>
    public async Task<int> PrintHeadAsync(FabricLedger ledger, CancellationToken cancellation)
    {
        var head = await ledger.Browser.GetHeadAsync(cancellation).ConfigureAwait(false);
        var view = FabricBrowser.ViewOf(head);
        if (json)
        {
            terminal.ResultJson(new { block = view.Number, header = Convert.ToHexStringLower(head.HeaderHash.Span), note = view.Note });
        }
        else
        {
            terminal.Result(view.Note.TrimEnd('\n'));
        }

        return ExitCode.Done;
    }

    private void PrintBlock(BlockView block)
    {
        if (json)
        {
            terminal.ResultJson(new { block = block.Number, time = InstantPattern.ExtendedIso.Format(block.Time), transactions = block.Last - block.First + 1, data = block.Root });
        }
        else
        {
            terminal.Result($"#{block.Number,-6} {InstantPattern.General.Format(block.Time)} {block.Last - block.First + 1,5} transactions  {block.Root[..16]}");
        }
    }
}
