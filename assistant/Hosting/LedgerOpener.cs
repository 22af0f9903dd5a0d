using VoiceMed.Assistant.CommandLine;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Fabric.Profile;

namespace VoiceMed.Assistant.Hosting;

/// <summary>Opens the ledger the configuration names, and closes it when it is disposed.</summary>
public sealed class LedgerOpener : IAsyncDisposable
{
    private readonly IAsyncDisposable _owned;

    private LedgerOpener(IClinicalLedger ledger, IAsyncDisposable owned) => (Ledger, _owned) = (ledger, owned);

    /// <summary>The ledger.</summary>
    public IClinicalLedger Ledger { get; }

    /// <summary>Opens it.</summary>
    /// <exception cref="CommandException">It cannot be opened; the sentence says why.</exception>
    public static async ValueTask<LedgerOpener> OpenAsync(VoiceMedConfig config, DataFolder data, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(data);
        try
        {
            return await OpenUntoldAsync(config, data, time, cancellation).ConfigureAwait(false);
        }
        catch (LedgerException e)
        {
            throw new CommandException(e.Message);
        }
        catch (ConnectionProfileException e)
        {
            throw new CommandException($"{e.Message}.");
        }
    }

    /// <summary>Opens it where that is possible now: not when there is no embedded ledger yet, nor while another program holds it.</summary>
    /// <returns>The ledger, or null.</returns>
    /// <exception cref="CommandException">It is there and free, and still cannot be opened.</exception>
    public static async ValueTask<LedgerOpener?> OpenIfFreeAsync(VoiceMedConfig config, DataFolder data, TimeProvider time, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(data);
        if (config.Ledger != "fabric" && !File.Exists(LedgerOptions.Under(data.Root).File))
        {
            return null;
        }

        try
        {
            return await OpenUntoldAsync(config, data, time, cancellation).ConfigureAwait(false);
        }
        catch (LedgerUnavailableException e) when (e.Code == "ledger.in-use")
        {
            return null;
        }
        catch (LedgerException e)
        {
            throw new CommandException(e.Message);
        }
        catch (ConnectionProfileException e)
        {
            throw new CommandException($"{e.Message}.");
        }
    }

    /// <summary>The Fabric connection profile: the configuration's, else the one <c>VOICEMED_FABRIC</c> names.</summary>
    /// <exception cref="CommandException">Neither names one.</exception>
    public static string FabricProfile(VoiceMedConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return config.FabricProfile ?? VoiceMedConfig.FabricVariable
            ?? throw new CommandException("ledger: fabric needs a connection profile; name it with fabricProfile: or VOICEMED_FABRIC (docs/fabric.md).", ExitCode.Usage);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _owned.DisposeAsync();

    private static async ValueTask<LedgerOpener> OpenUntoldAsync(VoiceMedConfig config, DataFolder data, TimeProvider time, CancellationToken cancellation)
    {
        if (config.Ledger == "fabric")
        {
            var fabric = FabricLedger.Open(FabricProfile(config));
            return new LedgerOpener(fabric, fabric);
        }

        var ledger = await EmbeddedLedger.OpenAsync(LedgerOptions.Under(data.Root) with { Time = time }, null, cancellation).ConfigureAwait(false);
        return new LedgerOpener(ledger, ledger);
    }
}
