using System.Security.Cryptography;
using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>What an endorsed envelope carries, layer by layer. Immutable.</summary>
internal sealed class EndorsedContent
{
    private readonly Header header;
    private readonly ChaincodeActionPayload action;
    private readonly ByteString proposalHash;

    private EndorsedContent(Header header, ChannelHeader channelHeader, ChaincodeActionPayload action, ProposalResponsePayload response, ByteString result)
    {
        this.header = header;
        this.action = action;
        proposalHash = response.ProposalHash;
        ChannelName = channelHeader.ChannelId;
        TransactionId = channelHeader.TxId;
        Result = result;
    }

    public string ChannelName { get; }

    public string TransactionId { get; }

    /// <summary>What the transaction function returned.</summary>
    public ByteString Result { get; }

    /// <exception cref="FormatException">A layer cannot be read or is missing.</exception>
    public static EndorsedContent Parse(Envelope? envelope)
    {
        try
        {
            return ParseLayers(envelope);
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw new FormatException("the transaction cannot be read", malformed);
        }
    }

    /// <summary>
    /// True when this transaction was made of that proposal: the same headers, the same call, and the hash the endorsers signed is the
    /// proposal's (SHA-256 of channel header, signature header and payload without transient data).
    /// </summary>
    public bool BelongsTo(ByteString proposalBytes)
    {
        var proposal = Messages.Proposal.Parser.ParseFrom(proposalBytes);
        var proposed = Header.Parser.ParseFrom(proposal.Header);
        var payload = ChaincodeProposalPayload.Parser.ParseFrom(proposal.Payload);
        payload.TransientMap.Clear();
        var visible = payload.ToByteString();
        return header.ChannelHeader.Equals(proposed.ChannelHeader)
            && header.SignatureHeader.Equals(proposed.SignatureHeader)
            && action.ChaincodeProposalPayload.Equals(visible)
            && proposalHash.Span.SequenceEqual(ProposalHash(proposed, visible));
    }

    public static byte[] ProposalHash(Header header, ByteString visiblePayload)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(header.ChannelHeader.Span);
        digest.AppendData(header.SignatureHeader.Span);
        digest.AppendData(visiblePayload.Span);
        return digest.GetHashAndReset();
    }

    private static EndorsedContent ParseLayers(Envelope? envelope)
    {
        var payload = Payload.Parser.ParseFrom(envelope?.Payload ?? ByteString.Empty);
        var header = payload.Header ?? throw Missing("header");
        var actions = Messages.Transaction.Parser.ParseFrom(payload.Data).Actions;
        if (actions.Count != 1) throw Missing("single action");
        var action = ChaincodeActionPayload.Parser.ParseFrom(actions[0].Payload);
        var response = ProposalResponsePayload.Parser.ParseFrom((action.Action ?? throw Missing("endorsed action")).ProposalResponsePayload);
        var chaincode = ChaincodeAction.Parser.ParseFrom(response.Extension);
        return new EndorsedContent(
            header, ChannelHeader.Parser.ParseFrom(header.ChannelHeader), action, response, chaincode.Response?.Payload ?? ByteString.Empty);
    }

    private static FormatException Missing(string what) => new($"the transaction has no {what}");
}
