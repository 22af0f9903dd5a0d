using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>An endorsed transaction. It takes effect only once it is submitted, ordered and found valid.</summary>
public sealed class Transaction : Signable
{
    private readonly GatewayClient client;
    private readonly EndorsedContent content;
    private readonly PreparedTransaction message;

    internal Transaction(GatewayClient client, SigningIdentity signing, EndorsedContent content, PreparedTransaction message)
        : base(signing)
    {
        this.client = client;
        this.content = content;
        this.message = message;
    }

    /// <summary>The transaction's id: 64 lower-case hexadecimal digits.</summary>
    public string TransactionId => message.TransactionId;

    /// <summary>What the transaction function returned. It is no fact before the commit.</summary>
    public ReadOnlyMemory<byte> Result => content.Result.Memory;

    private protected override ByteString SignedBytes => message.Envelope.Payload;

    private protected override ByteString Signature => message.Envelope.Signature;

    /// <inheritdoc/>
    public override byte[] ToBytes() => message.ToByteArray();

    /// <summary>
    /// Hands the transaction to the orderers. The same transaction may be handed over again: the ledger keeps the first copy and calls any
    /// other <see cref="TransactionValidationCode.DuplicateTransactionId"/>.
    /// </summary>
    /// <param name="cancellationToken">Gives up; it may be committed all the same.</param>
    /// <returns>The submitted transaction, whose status is to be asked.</returns>
    /// <exception cref="SubmitException">It did not reach the orderers for sure.</exception>
    /// <exception cref="InvalidOperationException">It is not signed and the gateway has no signer.</exception>
    public async Task<SubmittedTransaction> SubmitAsync(CancellationToken cancellationToken = default)
    {
        // Whatever can fail on our side fails before the point of no return.
        var submitted = await PrepareSubmittedAsync(cancellationToken).ConfigureAwait(false);
        await SendAsync(cancellationToken).ConfigureAwait(false);
        return submitted;
    }

    internal override void SetSignature(ByteString signature) => message.Envelope.Signature = signature;

    internal async Task<SubmittedTransaction> PrepareSubmittedAsync(CancellationToken cancellationToken)
    {
        await EnsureSignedAsync(cancellationToken).ConfigureAwait(false);
        var request = new CommitStatusRequest
        {
            TransactionId = TransactionId,
            ChannelId = content.ChannelName,
            Identity = Signing.Identity.CreatorBytes,
        };
        var question = new SignedCommitStatusRequest { Request = request.ToByteString() };
        return new SubmittedTransaction(client, Signing, TransactionId, question, content.Result);
    }

    internal Task SendAsync(CancellationToken cancellationToken) => client.SubmitAsync(
        new SubmitRequest { TransactionId = TransactionId, ChannelId = content.ChannelName, PreparedTransaction = message.Envelope },
        cancellationToken);
}
