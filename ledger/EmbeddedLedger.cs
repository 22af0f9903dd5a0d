using NodaTime;
using NodaTime.TimeZones;
using VoiceMed.Ledger.Access;
using VoiceMed.Ledger.Accounts;
using VoiceMed.Ledger.Audit;
using VoiceMed.Ledger.Checkpoints;
using VoiceMed.Ledger.Consents;
using VoiceMed.Ledger.Contracts;
using VoiceMed.Ledger.Emergencies;
using VoiceMed.Ledger.Erasure;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Resources;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger;

/// <summary>
/// The clinical ledger in one SQLite file on this machine: the default engine. Every read is decided by law and consent,
/// audited before it is answered, and comes with a proof that <see cref="Verifier"/> checks with pinned keys. Thread-safe.
/// </summary>
public sealed partial class EmbeddedLedger : IClinicalLedger, IAsyncDisposable
{
    private readonly AccessDesk _desk;
    private readonly AuditDesk _audit;
    private readonly EmergencyDesk _emergencies;
    private readonly PatientDirectory _directory = new();
    private readonly IResourceRegistry _resources;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _checkpointing;

    private EmbeddedLedger(LedgerStore store, CouncilKeys council, Func<LedgerStore, IResourceRegistry>? resources)
    {
        Store = store;
        Registry = new RegistryView(store);
        Accounts = new AccountDesk(store, Registry);
        Council = new Council(store, Registry);
        Contracts = new ContractDesk(store, Council, Registry);
        Checkpoints = new CheckpointMaker(store, council, new LocalCouncilSigner(store.SigningKeys));
        Verifier = new CheckpointProofVerifier(council, store);
        _resources = resources?.Invoke(store) ?? new ResourceRegistry(store);
        _audit = new AuditDesk(store, Registry);
        _emergencies = new EmergencyDesk(store);
        var engine = new ConsentEngine(LawRules.Default, BclDateTimeZone.FromTimeZoneInfo(store.Options.Time.LocalTimeZone));
        _desk = new AccessDesk(store, Registry, engine, _audit, Checkpoints);
        Erasure = new ErasureDesk(store, Registry, Forget);
        _checkpointing = CheckpointRegularlyAsync(store.Options, _closing.Token);
    }

    /// <inheritdoc/>
    public IProofVerifier Verifier { get; }

    /// <summary>The storage beneath, for what no question of a doctor asks: verification, export, new kinds of entries.</summary>
    public LedgerStore Store { get; }

    /// <summary>Who is in the channel.</summary>
    public RegistryView Registry { get; }

    /// <summary>Accounts and their histories.</summary>
    public AccountDesk Accounts { get; }

    /// <summary>The council: what needs the agreement of several hospitals.</summary>
    public Council Council { get; }

    /// <summary>Contracts: deployed, upgraded and called.</summary>
    public ContractDesk Contracts { get; }

    /// <summary>Erases patients' content.</summary>
    public ErasureDesk Erasure { get; }

    /// <summary>Makes checkpoints.</summary>
    public CheckpointMaker Checkpoints { get; }

    /// <summary>Opens the ledger, founding its channel when it is new.</summary>
    /// <param name="options">Where it lies.</param>
    /// <param name="resources">The registry of medical resources on this store; null for the one on the ledger's own resource chains.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerClient.Errors.LedgerException">As <see cref="LedgerStore.Open"/>.</exception>
    public static async ValueTask<EmbeddedLedger> OpenAsync(
        LedgerOptions options, Func<LedgerStore, IResourceRegistry>? resources = null, CancellationToken cancellation = default)
    {
        var store = LedgerStore.Open(options);
        try
        {
            await ChannelFounder.FoundAsync(store, cancellation).ConfigureAwait(false);
            return new EmbeddedLedger(store, PinnedCouncil.Read(PinnedCouncil.PathIn(options.KeysDirectory)), resources);
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Hospital>> GetHospitalsAsync(CancellationToken cancellation = default) => new(Registry.Current.Hospitals);

    /// <summary>Makes a last checkpoint where something is new, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        await _closing.CancelAsync().ConfigureAwait(false);
        await _checkpointing.ConfigureAwait(false);
        await TryCheckpointAsync().ConfigureAwait(false);
        await Store.DisposeAsync().ConfigureAwait(false);
        _closing.Dispose();
    }

    private async Task CheckpointRegularlyAsync(LedgerOptions options, CancellationToken closing)
    {
        using var timer = new PeriodicTimer(options.CheckpointEvery, options.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(closing).ConfigureAwait(false))
            {
                await TryCheckpointAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The ledger is being closed.
        }
    }

    private async Task TryCheckpointAsync()
    {
        try
        {
            await Checkpoints.MakeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is LedgerException or IOException)
        {
            // Everything acknowledged is durable without it; the next checkpoint covers it.
        }
    }

    private void Forget(PatientId patient)
    {
        _desk.Forget(patient);
        _directory.Forget();
    }
}
