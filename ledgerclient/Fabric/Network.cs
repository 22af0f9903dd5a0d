using VoiceMed.LedgerClient.Fabric.Events;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>A channel of the network: its contracts and its events. Thread-safe.</summary>
public sealed class Network
{
    private readonly GatewayClient client;
    private readonly SigningIdentity signing;

    internal Network(GatewayClient client, SigningIdentity signing, string name)
    {
        this.client = client;
        this.signing = signing;
        Name = name;
    }

    /// <summary>The channel's name.</summary>
    public string Name { get; }

    /// <summary>A contract deployed on the channel.</summary>
    /// <param name="chaincodeName">Name of the chaincode.</param>
    /// <param name="contractName">Name of the contract in it; null for the chaincode's default contract.</param>
    /// <returns>The contract; nothing is sent yet.</returns>
    public Contract GetContract(string chaincodeName, string? contractName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(chaincodeName);
        return new Contract(client, signing, Name, chaincodeName, contractName);
    }

    /// <summary>Prepares a request for a chaincode's events, for offline signing or several listenings.</summary>
    /// <param name="chaincodeName">Name of the chaincode.</param>
    /// <param name="options">Where to start; null for the next block.</param>
    /// <returns>The request; nothing is sent yet.</returns>
    public ChaincodeEventsRequest NewChaincodeEventsRequest(string chaincodeName, EventOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(chaincodeName);
        return ChaincodeEventsRequest.Create(client, signing, Name, chaincodeName, options ?? new EventOptions());
    }

    /// <summary>Listens to a chaincode's events of valid transactions, in the order of the ledger, until cancelled or cut off.</summary>
    /// <param name="chaincodeName">Name of the chaincode.</param>
    /// <param name="options">Where to start; null for the next block.</param>
    /// <param name="cancellationToken">Ends the listening.</param>
    /// <returns>The events.</returns>
    /// <exception cref="Errors.GatewayException">The peer refused or the connection broke.</exception>
    public IAsyncEnumerable<ChaincodeEvent> GetChaincodeEventsAsync(
        string chaincodeName, EventOptions? options = null, CancellationToken cancellationToken = default) =>
        NewChaincodeEventsRequest(chaincodeName, options).GetEventsAsync(cancellationToken);

    /// <summary>
    /// Listens to a chaincode's events and takes up again by itself after a lost connection, from the checkpoint, so that no event is missed
    /// and none that was checkpointed comes twice. The caller checkpoints each event once it has acted on it.
    /// </summary>
    /// <param name="chaincodeName">Name of the chaincode.</param>
    /// <param name="checkpointer">Remembers the last event acted on.</param>
    /// <param name="options">Where to start while there is no checkpoint yet; null for the next block.</param>
    /// <param name="cancellationToken">Ends the listening.</param>
    /// <returns>The events.</returns>
    /// <exception cref="Errors.GatewayException">The peer refused for a reason that waiting does not mend.</exception>
    public IAsyncEnumerable<ChaincodeEvent> FollowChaincodeEventsAsync(
        string chaincodeName, ICheckpointer checkpointer, EventOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(chaincodeName);
        ArgumentNullException.ThrowIfNull(checkpointer);
        return new EventFollower(this, chaincodeName, checkpointer, options ?? new EventOptions(), client.Options.TimeProvider)
            .FollowAsync(cancellationToken);
    }
}
