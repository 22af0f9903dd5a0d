using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Fabric.Blocks;

/// <summary>One transaction of a block: who endorsed what. Immutable.</summary>
internal sealed class BlockTransaction
{
    private readonly ChaincodeEndorsedAction action;
    private readonly ProposalResponsePayload response;
    private readonly byte[] proposalHash;

    private BlockTransaction(string channel, TransactionValidationCode code, ChaincodeEndorsedAction action, ProposalResponsePayload response, byte[] proposalHash)
    {
        Channel = channel;
        Code = code;
        this.action = action;
        this.response = response;
        this.proposalHash = proposalHash;
    }

    /// <summary>The channel it was made for.</summary>
    public string Channel { get; }

    /// <summary>What the peer says it found. No signature covers it.</summary>
    public TransactionValidationCode Code { get; }

    /// <summary>True when the endorsers' result is about the very call in this transaction.</summary>
    public bool ResultBelongsToCall => response.ProposalHash.Span.SequenceEqual(proposalHash);

    /// <exception cref="FormatException">It is no endorsed transaction.</exception>
    public static BlockTransaction Parse(Payload payload, TransactionValidationCode code)
    {
        var actions = Messages.Transaction.Parser.ParseFrom(payload.Data).Actions;
        if (actions.Count != 1) throw new FormatException("the transaction has not exactly one action");
        var body = ChaincodeActionPayload.Parser.ParseFrom(actions[0].Payload);
        var action = body.Action ?? throw new FormatException("the transaction has no endorsed action");
        return new BlockTransaction(
            ChannelHeader.Parser.ParseFrom(payload.Header.ChannelHeader).ChannelId, code, action, ProposalResponsePayload.Parser.ParseFrom(action.ProposalResponsePayload),
            EndorsedContent.ProposalHash(payload.Header, body.ChaincodeProposalPayload));
    }

    /// <summary>The organisations whose endorsements hold.</summary>
    public IReadOnlySet<string> EndorsedBy(TrustedOrganizations peers) => action.Endorsements
        .Select(one => peers.SignerOf(one.Endorser, [.. action.ProposalResponsePayload.Span, .. one.Endorser.Span], one.Signature.Span))
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Everything the transaction wrote under keys of a chaincode.</summary>
    public IEnumerable<(string Key, ByteString Value)> WrittenBy(string chaincode) =>
        TxReadWriteSet.Parser.ParseFrom(ChaincodeAction.Parser.ParseFrom(response.Extension).Results).NsRwset
            .Where(set => set.Namespace == chaincode)
            .SelectMany(set => KVRWSet.Parser.ParseFrom(set.Rwset).Writes)
            .Where(static write => !write.IsDelete)
            .Select(static write => (write.Key, write.Value));

    /// <summary>What the transaction wrote under a key of a chaincode; null when it wrote nothing there.</summary>
    public ByteString? Written(string chaincode, string key) =>
        WrittenBy(chaincode).Where(write => write.Key == key).Select(static write => write.Value).FirstOrDefault();
}
