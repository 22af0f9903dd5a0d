using System.CommandLine;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary>Which embedded ledger a command works on, and what its errors mean to the shell.</summary>
internal sealed class LedgerChoice
{
    private readonly DataChoice _data = new();

    /// <summary>True when one JSON object a line is wanted.</summary>
    public Option<bool> Json { get; } = CommonOptions.Json();

    /// <summary>Makes a command that works on a ledger.</summary>
    public Command AddTo(Command command)
    {
        _data.AddTo(command);
        command.Add(Json);
        return command;
    }

    /// <summary>Where the chosen ledger lies.</summary>
    public LedgerOptions Find(ParseResult parsed) => LedgerOptions.Under(_data.Find(parsed).Root);

    /// <summary>Runs a command on a ledger that is opened for writing.</summary>
    public Task<int> WriteAsync(ParseResult parsed, Func<EmbeddedLedger, Task<int>> work, CancellationToken cancellation) => TranslateAsync(async () =>
    {
        var ledger = await EmbeddedLedger.OpenAsync(Find(parsed), resources: null, cancellation).ConfigureAwait(false);
        await using (ledger.ConfigureAwait(false))
        {
            return await work(ledger).ConfigureAwait(false);
        }
    });

    /// <summary>Runs a command on a ledger that is read only, also while the server runs.</summary>
    public Task<int> ReadAsync(ParseResult parsed, Func<LedgerStore, Task<int>> work) => TranslateAsync(async () =>
    {
        var store = LedgerStore.OpenForReading(Find(parsed));
        await using (store.ConfigureAwait(false))
        {
            return await work(store).ConfigureAwait(false);
        }
    });

    /// <summary>Says a ledger's error as a command's.</summary>
    public static async Task<int> TranslateAsync(Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (LedgerRejectedException e)
        {
            // Every refusal says which rule.
            throw new CommandException($"{e.Message.TrimEnd('.')} ({e.Rule ?? e.Code}).", ExitCode.Refused);
        }
        catch (LedgerException e)
        {
            throw new CommandException(e.Message);
        }
    }
}
