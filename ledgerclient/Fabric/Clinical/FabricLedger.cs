using System.Text.Json;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Profile;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>
/// The clinical ledger on a Hyperledger Fabric channel, run by several organisations. The chaincode of <c>contracts/fabric</c> decides by the
/// same rules as the embedded ledger and keeps records, consents and audit; documents lie sealed in a vault beside the channel. Thread-safe.
/// </summary>
/// <remarks>
/// A read is two calls: a submitted decision, so that the audit entry is committed by all organisations before anything is shown, then an
/// evaluation. It takes the orderers' batch time. An entry's reference is channel, block number and transaction id.
/// </remarks>
public sealed partial class FabricLedger : IClinicalLedger, IDisposable, IAsyncDisposable
{
    private const string ContractName = "ClinicalLedger";

    private readonly FabricConnection connection;
    private readonly ClinicalContract contract;
    private readonly ClinicalContract importing;
    private readonly ClinicalContract oversight;
    private readonly TransactionPlaces places;
    private readonly DocumentVault vault;

    private FabricLedger(FabricConnection connection)
    {
        this.connection = connection;
        var blocks = new BlockReader(connection.Network);
        places = new TransactionPlaces(blocks, connection.Profile.Channel);
        vault = new DocumentVault(connection.Profile.Vault, connection.Profile.VaultKeys);
        Erasure = new FabricErasure(
            new ClinicalContract(connection.GetContract("Erasure")), places, vault.Keys, new BlockCheck(connection.Profile), connection.Profile.Chaincode);
        contract = new ClinicalContract(connection.GetContract(ContractName), Erasure.SettleAsync);
        importing = new ClinicalContract(connection.GetContract("Importing"), Erasure.SettleAsync);
        oversight = new ClinicalContract(connection.GetContract("Audit"));
        Accounts = new FabricAccounts(new ClinicalContract(connection.GetContract("Accounts")), places);
        Resources = new FabricResources(new ClinicalContract(connection.GetContract("Resources")), places);
        Verifier = new FabricProofVerifier(connection.Profile);
        Browser = new FabricBrowser(blocks, places, connection.Profile, EntriesOfAsync);
    }

    /// <inheritdoc/>
    public IProofVerifier Verifier { get; }

    /// <summary>The channel's blocks and transactions.</summary>
    public FabricBrowser Browser { get; }

    /// <summary>The channel's accounts.</summary>
    public FabricAccounts Accounts { get; }

    /// <summary>The channel's resource events.</summary>
    public FabricResources Resources { get; }

    /// <summary>Erases patients' records.</summary>
    public FabricErasure Erasure { get; }

    /// <summary>Opens the ledger of a connection profile; nothing is sent before the first call.</summary>
    /// <param name="profilePath">The profile, YAML or JSON.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ConnectionProfileException">The profile cannot be used.</exception>
    public static FabricLedger Open(string profilePath) => Open(ConnectionProfile.Load(profilePath));

    /// <summary>Opens the ledger of a connection profile; nothing is sent before the first call.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">Deadlines; null for the defaults.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ConnectionProfileException">The profile cannot be used.</exception>
    public static FabricLedger Open(ConnectionProfile profile, GatewayOptions? options = null)
    {
        var connection = FabricConnection.Open(profile, options);
        try
        {
            return new FabricLedger(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        connection.Dispose();
        Erasure.Dispose();
    }

    /// <summary>Closes the connection.</summary>
    /// <returns>Ends at once.</returns>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<LedgerAnswer<T>> ProveAsync<T>(Page page, CancellationToken cancellation)
        where T : LedgerRecord
    {
        var items = new List<T>(page.Items.Count);
        var evidence = new Dictionary<long, FabricBlock>();
        foreach (var stored in page.Items)
        {
            var block = await places.BlockAsync(stored.Transaction, cancellation).ConfigureAwait(false);
            evidence[(long)block.Number] = block;
            items.Add((T)Decode<T>(stored.Body) with { Entry = places.Of(stored.Transaction, block.Number) });
        }
        return new LedgerAnswer<T>(items, items.Count == 0 ? null : new FabricProof(evidence), page.Total, page.Rule)
        {
            Withheld = page.Withheld,
            WithheldRule = page.Withheld == 0 ? null : page.WithheldRule,
        };
    }

    private static LedgerRecord Decode<T>(string body)
        where T : LedgerRecord
    {
        try
        {
            return RecordJson.Decode(System.Text.Encoding.UTF8.GetBytes(body)) as T ?? throw new JsonException("it is of another kind");
        }
        catch (JsonException malformed)
        {
            throw new LedgerTamperedException("entry.damaged", $"A record in the channel is not the {typeof(T).Name} it should be.", malformed);
        }
    }

    private void ThrowUnlessGranted(Ruling ruling)
    {
        if (ruling.Granted) return;
        if (ruling.Code == "patient.erased") Erasure.LookAgain(); // another organisation may have done it
        throw new LedgerRejectedException(ruling.Code, "The ledger's rules do not permit this.", ruling.Rule);
    }

    private static string Json<T>(T value) => ClinicalContract.Json(value);

    private static string Json(AccessContext access)
    {
        ArgumentNullException.ThrowIfNull(access);
        return Json(new
        {
            access.Doctor,
            access.DoctorName,
            access.Role,
            access.Hospital,
            access.Purpose,
            Trust = access.Trust is { } trust && double.IsFinite(trust) ? access.Trust : null,
            access.Turn,
            access.Terminal,
        });
    }
}
