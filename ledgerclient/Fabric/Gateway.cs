using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Identity;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>
/// One identity's view of a Fabric network through one peer's gateway service. The peer collects endorsements, talks to the orderers and
/// watches for the commit; the client only signs. Thread-safe. It does not own the channel: one connection serves the gateways of many
/// users.
/// </summary>
/// <remarks>
/// A transaction takes four steps, each with something to sign: a <see cref="Proposal"/> is endorsed and becomes a <see cref="Transaction"/>,
/// which is submitted and becomes a <see cref="SubmittedTransaction"/>, whose <see cref="CommitStatus"/> says whether it took effect.
/// <see cref="Contract"/> walks all four. The <c>NewSigned…</c> methods here pick a step up again whose signature was made elsewhere.
/// Source: Hyperledger Fabric, "Fabric Gateway", and the official Go, Node and Java clients, whose names these are.
/// </remarks>
public sealed class Gateway
{
    private readonly GatewayClient client;
    private readonly SigningIdentity signing;

    private Gateway(GatewayClient client, SigningIdentity signing)
    {
        this.client = client;
        this.signing = signing;
    }

    /// <summary>Who acts through this gateway.</summary>
    public FabricIdentity Identity => signing.Identity;

    /// <summary>Makes a gateway; nothing is sent yet.</summary>
    /// <param name="channel">A channel to the peer; it stays the caller's.</param>
    /// <param name="identity">Who acts.</param>
    /// <param name="signer">Signs for that identity; null when every signature is made elsewhere.</param>
    /// <param name="options">Hash and deadlines; null means the defaults.</param>
    /// <returns>The gateway.</returns>
    public static Gateway Connect(GrpcChannel channel, FabricIdentity identity, ISigner? signer, GatewayOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(identity);
        options ??= new GatewayOptions();
        return new Gateway(new GatewayClient(channel, options), new SigningIdentity(identity, signer, options.Hash));
    }

    /// <summary>A channel of the network.</summary>
    /// <param name="channelName">The channel's name.</param>
    /// <returns>The network; nothing is sent yet.</returns>
    public Network GetNetwork(string channelName)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelName);
        return new Network(client, signing, channelName);
    }

    /// <summary>Takes up a proposal from <see cref="Proposal.ToBytes"/>.</summary>
    /// <param name="bytes">The proposal, signed or not.</param>
    /// <returns>The proposal.</returns>
    /// <exception cref="ArgumentException">The bytes are no proposal.</exception>
    public Proposal NewProposal(ReadOnlySpan<byte> bytes)
    {
        var message = Read(ProposedTransaction.Parser, bytes, nameof(bytes));
        var channelName = Read(() => ProposalBuilder.ChannelOf(message), nameof(bytes));
        return new Proposal(client, signing, channelName, message);
    }

    /// <summary>Takes up a proposal whose digest was signed elsewhere.</summary>
    /// <param name="bytes">The proposal, from <see cref="Proposal.ToBytes"/>.</param>
    /// <param name="signature">The signature over <see cref="Signable.Digest"/>.</param>
    /// <returns>The proposal, ready to be evaluated or endorsed.</returns>
    /// <exception cref="ArgumentException">The bytes are no proposal.</exception>
    public Proposal NewSignedProposal(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        var proposal = NewProposal(bytes);
        proposal.SetSignature(ByteString.CopyFrom(signature));
        return proposal;
    }

    /// <summary>Takes up a transaction from <see cref="Transaction.ToBytes"/>.</summary>
    /// <param name="bytes">The transaction, signed or not.</param>
    /// <returns>The transaction.</returns>
    /// <exception cref="ArgumentException">The bytes are no transaction.</exception>
    public Transaction NewTransaction(ReadOnlySpan<byte> bytes)
    {
        var message = Read(PreparedTransaction.Parser, bytes, nameof(bytes));
        var content = Read(() => EndorsedContent.Parse(message.Envelope), nameof(bytes));
        return new Transaction(client, signing, content, message);
    }

    /// <summary>Takes up a transaction whose digest was signed elsewhere.</summary>
    /// <param name="bytes">The transaction, from <see cref="Transaction.ToBytes"/>.</param>
    /// <param name="signature">The signature over <see cref="Signable.Digest"/>.</param>
    /// <returns>The transaction, ready to be submitted.</returns>
    /// <exception cref="ArgumentException">The bytes are no transaction.</exception>
    public Transaction NewSignedTransaction(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        var transaction = NewTransaction(bytes);
        transaction.SetSignature(ByteString.CopyFrom(signature));
        return transaction;
    }

    /// <summary>Takes up the question for a commit status from <see cref="Commit.ToBytes"/>.</summary>
    /// <param name="bytes">The question, signed or not.</param>
    /// <returns>The commit.</returns>
    /// <exception cref="ArgumentException">The bytes are no such question.</exception>
    public Commit NewCommit(ReadOnlySpan<byte> bytes)
    {
        var message = Read(SignedCommitStatusRequest.Parser, bytes, nameof(bytes));
        var request = Read(CommitStatusRequest.Parser, message.Request.Span, nameof(bytes));
        return new Commit(client, signing, request.TransactionId, message);
    }

    /// <summary>Takes up the question for a commit status whose digest was signed elsewhere.</summary>
    /// <param name="bytes">The question, from <see cref="Commit.ToBytes"/>.</param>
    /// <param name="signature">The signature over <see cref="Signable.Digest"/>.</param>
    /// <returns>The commit, ready to be asked.</returns>
    /// <exception cref="ArgumentException">The bytes are no such question.</exception>
    public Commit NewSignedCommit(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        var commit = NewCommit(bytes);
        commit.SetSignature(ByteString.CopyFrom(signature));
        return commit;
    }

    /// <summary>Takes up a request for events from <see cref="ChaincodeEventsRequest.ToBytes"/>.</summary>
    /// <param name="bytes">The request, signed or not.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The bytes are no such request.</exception>
    public ChaincodeEventsRequest NewChaincodeEventsRequest(ReadOnlySpan<byte> bytes)
    {
        var message = Read(SignedChaincodeEventsRequest.Parser, bytes, nameof(bytes));
        return new ChaincodeEventsRequest(client, signing, message);
    }

    /// <summary>Takes up a request for events whose digest was signed elsewhere.</summary>
    /// <param name="bytes">The request, from <see cref="ChaincodeEventsRequest.ToBytes"/>.</param>
    /// <param name="signature">The signature over <see cref="Signable.Digest"/>.</param>
    /// <returns>The request, ready to be sent.</returns>
    /// <exception cref="ArgumentException">The bytes are no such request.</exception>
    public ChaincodeEventsRequest NewSignedChaincodeEventsRequest(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        var request = NewChaincodeEventsRequest(bytes);
        request.SetSignature(ByteString.CopyFrom(signature));
        return request;
    }

    private static T Read<T>(MessageParser<T> parser, ReadOnlySpan<byte> bytes, string parameter)
        where T : IMessage<T>
    {
        try
        {
            return parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw new ArgumentException($"the bytes are no {typeof(T).Name}", parameter, malformed);
        }
    }

    private static T Read<T>(Func<T> parse, string parameter)
    {
        try
        {
            return parse();
        }
        catch (FormatException malformed)
        {
            throw new ArgumentException("the bytes hold no transaction that can be read", parameter, malformed);
        }
    }
}
