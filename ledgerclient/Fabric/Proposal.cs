using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>A call of a transaction function, ready to be evaluated or endorsed any number of times.</summary>
public sealed class Proposal : Signable
{
    private readonly GatewayClient client;
    private readonly string channelName;
    private readonly ProposedTransaction message;

    internal Proposal(GatewayClient client, SigningIdentity signing, string channelName, ProposedTransaction message)
        : base(signing)
    {
        this.client = client;
        this.channelName = channelName;
        this.message = message;
    }

    /// <summary>The transaction's id: 64 lower-case hexadecimal digits.</summary>
    public string TransactionId => message.TransactionId;

    private protected override ByteString SignedBytes => message.Proposal.ProposalBytes;

    private protected override ByteString Signature => message.Proposal.Signature;

    /// <inheritdoc/>
    public override byte[] ToBytes() => message.ToByteArray();

    /// <summary>Asks one peer and leaves no trace on the ledger.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What the function returned.</returns>
    /// <exception cref="GatewayException">The peer or the chaincode refused, or could not be reached.</exception>
    /// <exception cref="InvalidOperationException">It is not signed and the gateway has no signer.</exception>
    public async Task<ReadOnlyMemory<byte>> EvaluateAsync(CancellationToken cancellationToken = default)
    {
        await EnsureSignedAsync(cancellationToken).ConfigureAwait(false);
        var request = new EvaluateRequest { TransactionId = TransactionId, ChannelId = channelName, ProposedTransaction = message.Proposal };
        request.TargetOrganizations.AddRange(message.EndorsingOrganizations);
        return (await client.EvaluateAsync(request, cancellationToken).ConfigureAwait(false)).Memory;
    }

    /// <summary>Collects the endorsements the chaincode's policy asks for.</summary>
    /// <param name="cancellationToken">Gives up; nothing is ordered.</param>
    /// <returns>The endorsed transaction, which takes effect only once submitted.</returns>
    /// <exception cref="EndorseException">It was not endorsed.</exception>
    /// <exception cref="TamperedAnswerException">The peer answered with another transaction than the one proposed.</exception>
    /// <exception cref="InvalidOperationException">It is not signed and the gateway has no signer.</exception>
    public async Task<Transaction> EndorseAsync(CancellationToken cancellationToken = default)
    {
        await EnsureSignedAsync(cancellationToken).ConfigureAwait(false);
        var request = new EndorseRequest { TransactionId = TransactionId, ChannelId = channelName, ProposedTransaction = message.Proposal };
        request.EndorsingOrganizations.AddRange(message.EndorsingOrganizations);
        var envelope = await client.EndorseAsync(request, cancellationToken).ConfigureAwait(false);
        var content = Check(envelope);
        return new Transaction(client, Signing, content, new PreparedTransaction { TransactionId = TransactionId, Envelope = envelope });
    }

    internal override void SetSignature(ByteString signature) => message.Proposal.Signature = signature;

    // We are about to sign what came back, so it has to be what we asked for: the official clients take the peer's word for it.
    private EndorsedContent Check(Envelope envelope)
    {
        EndorsedContent content;
        try
        {
            content = EndorsedContent.Parse(envelope);
        }
        catch (FormatException malformed)
        {
            var status = new GrpcStatus(GrpcStatusCode.Internal, "the endorsed transaction cannot be read");
            throw new EndorseException(TransactionId, new GrpcException("/gateway.Gateway/Endorse", status, notProcessed: false, malformed));
        }
        if (content.TransactionId != TransactionId || content.ChannelName != channelName || !content.BelongsTo(message.Proposal.ProposalBytes))
            throw new TamperedAnswerException(TransactionId, "the peer returned another transaction than the one proposed");
        return content;
    }
}
