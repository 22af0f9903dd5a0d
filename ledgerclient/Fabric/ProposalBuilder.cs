using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using VoiceMed.LedgerClient.Fabric.Identity;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>
/// Builds proposals byte for byte as the official clients do. The transaction id is the lower-case hexadecimal SHA-256 of nonce and creator;
/// endorsers compute it again and refuse any other.
/// </summary>
internal static class ProposalBuilder
{
    public const int NonceBytes = 24;
    private const int EndorserTransaction = 3;
    private const int NodeChaincode = 2;

    public static ProposedTransaction Build(
        FabricIdentity identity, string channelName, string chaincodeName, string transactionName, ProposalOptions options,
        DateTimeOffset timestamp, ReadOnlySpan<byte> nonce)
    {
        var creator = identity.CreatorBytes;
        var transactionId = TransactionId(nonce, creator.Span);
        var chaincode = new ChaincodeID { Name = chaincodeName };
        var channelHeader = new ChannelHeader
        {
            Type = EndorserTransaction,
            Timestamp = Timestamp.FromDateTimeOffset(timestamp),
            ChannelId = channelName,
            TxId = transactionId,
            Extension = new ChaincodeHeaderExtension { ChaincodeId = chaincode }.ToByteString(),
        };
        var header = new Header
        {
            ChannelHeader = channelHeader.ToByteString(),
            SignatureHeader = new SignatureHeader { Creator = creator, Nonce = ByteString.CopyFrom(nonce) }.ToByteString(),
        };
        var proposal = new Messages.Proposal { Header = header.ToByteString(), Payload = Payload(chaincode, transactionName, options).ToByteString() };
        var proposed = new ProposedTransaction
        {
            TransactionId = transactionId,
            Proposal = new SignedProposal { ProposalBytes = proposal.ToByteString() },
        };
        proposed.EndorsingOrganizations.AddRange(options.EndorsingOrganizations);
        return proposed;
    }

    public static string TransactionId(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> creator)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(nonce);
        digest.AppendData(creator);
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    /// <summary>The channel a proposal is meant for.</summary>
    /// <exception cref="FormatException">It cannot be read.</exception>
    public static string ChannelOf(ProposedTransaction proposed)
    {
        if (proposed.Proposal is null) throw new FormatException("the proposal is missing");
        try
        {
            var proposal = Messages.Proposal.Parser.ParseFrom(proposed.Proposal.ProposalBytes);
            var header = Header.Parser.ParseFrom(proposal.Header);
            return ChannelHeader.Parser.ParseFrom(header.ChannelHeader).ChannelId;
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw new FormatException("the proposal cannot be read", malformed);
        }
    }

    private static ChaincodeProposalPayload Payload(ChaincodeID chaincode, string transactionName, ProposalOptions options)
    {
        var input = new ChaincodeInput();
        input.Args.Add(ByteString.CopyFromUtf8(transactionName));
        foreach (var argument in options.Arguments) input.Args.Add(UnsafeByteOperations.UnsafeWrap(argument));
        var spec = new ChaincodeSpec { Type = NodeChaincode, ChaincodeId = chaincode, Input = input };
        var payload = new ChaincodeProposalPayload { Input = new ChaincodeInvocationSpec { ChaincodeSpec = spec }.ToByteString() };
        foreach (var (name, value) in options.TransientData) payload.TransientMap.Add(name, UnsafeByteOperations.UnsafeWrap(value));
        return payload;
    }
}
