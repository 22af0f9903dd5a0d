using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>A transaction the orderers have taken. Ask its status before relying on its result.</summary>
public sealed class SubmittedTransaction : Commit
{
    private readonly ByteString result;

    internal SubmittedTransaction(
        GatewayClient client, SigningIdentity signing, string transactionId, SignedCommitStatusRequest message, ByteString result)
        : base(client, signing, transactionId, message) => this.result = result;

    /// <summary>What the transaction function returned. It is a fact only when the commit status is valid.</summary>
    public ReadOnlyMemory<byte> Result => result.Memory;
}
