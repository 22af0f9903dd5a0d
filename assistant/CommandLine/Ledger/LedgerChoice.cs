using System.CommandLine;
using System.CommandLine.Parsing;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Erasure;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Fabric.Profile;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary>Which ledger a command works on, and what its errors mean to the shell.</summary>
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

    /// <summary>True when the configuration names Fabric.</summary>
    public bool IsFabric(ParseResult parsed) => _data.Config(parsed).Ledger == "fabric";

    /// <summary>The Fabric connection profile the configuration names.</summary>
    public ConnectionProfile FabricProfile(ParseResult parsed)
    {
        try
        {
            return ConnectionProfile.Load(LedgerOpener.FabricProfile(_data.Config(parsed)));
        }
        catch (ConnectionProfileException e)
        {
            throw new CommandException($"{e.Message}.");
        }
    }

    /// <summary>Runs a command on the configured ledger, whichever engine keeps it.</summary>
    public Task<int> AskAsync(ParseResult parsed, Func<IClinicalLedger, Task<int>> work, CancellationToken cancellation) =>
        EitherAsync(parsed, work, work, cancellation);

    /// <summary>Runs a command on the configured ledger's accounts.</summary>
    public Task<int> WithAccountsAsync(ParseResult parsed, Func<IAccountRegister, Task<int>> work, CancellationToken cancellation) =>
        EitherAsync(parsed, ledger => work(ledger.Accounts), fabric => work(fabric.Accounts), cancellation);

    /// <summary>Runs a command that erases.</summary>
    public Task<int> WithErasureAsync(ParseResult parsed, Func<IErasureDesk, Task<int>> work, CancellationToken cancellation) =>
        EitherAsync(parsed, ledger => work(ledger.Erasure), fabric => work(fabric.Erasure), cancellation);

    /// <summary>Runs a command on the embedded ledger, opened for writing, or on Fabric.</summary>
    public Task<int> EitherAsync(
        ParseResult parsed, Func<EmbeddedLedger, Task<int>> embedded, Func<FabricLedger, Task<int>> fabric, CancellationToken cancellation) =>
        IsFabric(parsed) ? FabricAsync(parsed, fabric) : WriteAsync(parsed, embedded, cancellation);

    /// <summary>Runs a command on the embedded ledger, also while the server runs, or on Fabric.</summary>
    public Task<int> ReadEitherAsync(ParseResult parsed, Func<LedgerStore, Task<int>> embedded, Func<FabricLedger, Task<int>> fabric) =>
        IsFabric(parsed) ? FabricAsync(parsed, fabric) : ReadAsync(parsed, embedded);

    /// <summary>Runs a command on the Fabric channel the configuration names.</summary>
    public Task<int> FabricAsync(ParseResult parsed, Func<FabricLedger, Task<int>> work) => TranslateAsync(async () =>
    {
        FabricLedger ledger;
        try
        {
            ledger = FabricLedger.Open(FabricProfile(parsed));
        }
        catch (ConnectionProfileException e)
        {
            throw new CommandException($"{e.Message}.");
        }

        using (ledger)
        {
            return await work(ledger).ConfigureAwait(false);
        }
    });

    private void RequireEmbedded(ParseResult parsed)
    {
        if (IsFabric(parsed))
        {
            throw new CommandException(
                $"'voicemed {NameOf(parsed.CommandResult)}' is for the embedded ledger, and the configuration names Fabric; docs/fabric.md says what takes its place there.",
                ExitCode.Usage);
        }
    }

    // As it is typed: "show" alone is the name of four commands.
    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult { Command: not RootCommand } parent ? $"{NameOf(parent)} {command.Command.Name}" : command.Command.Name;

    /// <summary>Runs a command on the embedded ledger, opened for writing.</summary>
    public Task<int> WriteAsync(ParseResult parsed, Func<EmbeddedLedger, Task<int>> work, CancellationToken cancellation) => TranslateAsync(async () =>
    {
        RequireEmbedded(parsed);
        var ledger = await EmbeddedLedger.OpenAsync(Find(parsed), resources: null, cancellation).ConfigureAwait(false);
        await using (ledger.ConfigureAwait(false))
        {
            return await work(ledger).ConfigureAwait(false);
        }
    });

    /// <summary>Runs a command on the embedded ledger, read only, also while the server runs.</summary>
    public Task<int> ReadAsync(ParseResult parsed, Func<LedgerStore, Task<int>> work) => TranslateAsync(async () =>
    {
        RequireEmbedded(parsed);
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
