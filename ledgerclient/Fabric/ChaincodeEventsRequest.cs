using System.Runtime.CompilerServices;
using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Events;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Grpc;
using ChaincodeEvent = VoiceMed.LedgerClient.Fabric.Events.ChaincodeEvent;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>A request for a chaincode's events. It may be sent any number of times.</summary>
public sealed class ChaincodeEventsRequest : Signable
{
    private readonly GatewayClient client;
    private readonly SignedChaincodeEventsRequest message;

    internal ChaincodeEventsRequest(GatewayClient client, SigningIdentity signing, SignedChaincodeEventsRequest message)
        : base(signing)
    {
        this.client = client;
        this.message = message;
    }

    private protected override ByteString SignedBytes => message.Request;

    private protected override ByteString Signature => message.Signature;

    /// <inheritdoc/>
    public override byte[] ToBytes() => message.ToByteArray();

    /// <summary>Listens until cancelled or cut off.</summary>
    /// <param name="cancellationToken">Ends the listening.</param>
    /// <returns>The events, in the order of the ledger.</returns>
    /// <exception cref="GatewayException">The peer refused or the connection broke.</exception>
    /// <exception cref="InvalidOperationException">It is not signed and the gateway has no signer.</exception>
    public async IAsyncEnumerable<ChaincodeEvent> GetEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await EnsureSignedAsync(cancellationToken).ConfigureAwait(false);
        await using var answers = client.ChaincodeEventsAsync(message, cancellationToken).ConfigureAwait(false).GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await answers.MoveNextAsync()) yield break;
            }
            catch (GrpcException cause)
            {
                throw new GatewayException("listening for chaincode events", transactionId: null, cause);
            }
            var answer = answers.Current;
            foreach (var one in answer.Events)
                yield return new ChaincodeEvent(answer.BlockNumber, one.TxId, one.ChaincodeId, one.EventName, one.Payload.Memory);
        }
    }

    internal static ChaincodeEventsRequest Create(
        GatewayClient client, SigningIdentity signing, string channelName, string chaincodeName, EventOptions options)
    {
        var request = new Messages.ChaincodeEventsRequest
        {
            ChannelId = channelName,
            ChaincodeId = chaincodeName,
            Identity = signing.Identity.CreatorBytes,
            StartPosition = Start(options),
            AfterTransactionId = options.Checkpoint is { BlockNumber: not null, TransactionId: { } last } ? last : "",
        };
        return new ChaincodeEventsRequest(client, signing, new SignedChaincodeEventsRequest { Request = request.ToByteString() });
    }

    internal override void SetSignature(ByteString signature) => message.Signature = signature;

    private static SeekPosition Start(EventOptions options) => (options.Checkpoint.BlockNumber ?? options.StartBlock) is { } block
        ? new SeekPosition { Specified = new SeekSpecified { Number = block } }
        : new SeekPosition { NextCommit = new SeekNextCommit() };
}
