using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>The question what became of a transaction. It may be asked any number of times.</summary>
public class Commit : Signable
{
    private readonly GatewayClient client;
    private readonly SignedCommitStatusRequest message;

    internal Commit(GatewayClient client, SigningIdentity signing, string transactionId, SignedCommitStatusRequest message)
        : base(signing)
    {
        this.client = client;
        this.message = message;
        TransactionId = transactionId;
    }

    /// <summary>The transaction's id.</summary>
    public string TransactionId { get; }

    private protected override ByteString SignedBytes => message.Request;

    private protected override ByteString Signature => message.Signature;

    /// <inheritdoc/>
    public override byte[] ToBytes() => message.ToByteArray();

    /// <summary>Waits until the transaction stands in a block, or the deadline of <see cref="GatewayOptions.CommitStatusTimeout"/>.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Whether it took effect, and where it stands.</returns>
    /// <exception cref="CommitStatusException">The outcome is unknown; ask again.</exception>
    /// <exception cref="InvalidOperationException">It is not signed and the gateway has no signer.</exception>
    public Task<CommitStatus> GetStatusAsync(CancellationToken cancellationToken = default) =>
        GetStatusAsync(client.Options.CommitStatusTimeout, cancellationToken);

    internal async Task<CommitStatus> GetStatusAsync(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        await EnsureSignedAsync(cancellationToken).ConfigureAwait(false);
        var answer = await client.CommitStatusAsync(TransactionId, message, timeout, cancellationToken).ConfigureAwait(false);
        return new CommitStatus(TransactionId, (TransactionValidationCode)answer.Result, answer.BlockNumber);
    }

    internal override void SetSignature(ByteString signature) => message.Signature = signature;
}
