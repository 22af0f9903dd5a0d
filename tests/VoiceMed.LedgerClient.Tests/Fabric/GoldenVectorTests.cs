using System.Text;
using VoiceMed.LedgerClient.Fabric;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Events;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>Byte for byte what the official client sends, signs and reads.</summary>
public sealed class GoldenVectorTests : IDisposable
{
    private readonly GatewayVectors vectors = GatewayVectors.Load();
    private readonly GrpcChannel unused = new(new Uri("https://localhost:1"));
    private readonly Gateway gateway;

    public GoldenVectorTests() => gateway = Gateway.Connect(unused, vectors.Identity, signer: null);

    [Fact]
    public void Creator_OfTheIdentity_Equals() => Assert.Equal(vectors.Bytes("creatorHex"), vectors.Identity.Creator.ToArray());

    [Fact]
    public void Proposal_TransactionId_Equals() => Assert.Equal(vectors.Text("transactionId"), NewProposal().TransactionId);

    [Fact]
    public void Proposal_Bytes_Equal()
    {
        var proposed = ProposedTransaction.Parser.ParseFrom(NewProposal().ToBytes());
        Assert.Equal(vectors.Bytes("proposalBytesHex"), proposed.Proposal.ProposalBytes.ToByteArray());
    }

    [Fact]
    public void Proposal_Headers_Equal()
    {
        var proposed = ProposedTransaction.Parser.ParseFrom(NewProposal().ToBytes());
        var header = Header.Parser.ParseFrom(
            LedgerClient.Fabric.Messages.Proposal.Parser.ParseFrom(proposed.Proposal.ProposalBytes).Header);
        Assert.Equal(vectors.Bytes("channelHeaderHex"), header.ChannelHeader.ToByteArray());
        Assert.Equal(vectors.Bytes("signatureHeaderHex"), header.SignatureHeader.ToByteArray());
    }

    [Fact]
    public void Proposal_Digest_Equals() => Assert.Equal(vectors.Bytes("proposalDigestHex"), NewProposal().Digest.ToArray());

    [Fact]
    public void Proposal_ForOfflineSigning_Equals()
    {
        Assert.Equal(vectors.Bytes("proposedTransactionHex"), NewProposal().ToBytes());
    }

    [Fact]
    public void ProposalHash_WithoutTransientData_Equals()
    {
        var proposal = LedgerClient.Fabric.Messages.Proposal.Parser.ParseFrom(vectors.Bytes("proposalBytesHex"));
        var payload = ChaincodeProposalPayload.Parser.ParseFrom(proposal.Payload);
        payload.TransientMap.Clear();
        var hash = EndorsedContent.ProposalHash(Header.Parser.ParseFrom(proposal.Header), Google.Protobuf.MessageExtensions.ToByteString(payload));
        Assert.Equal(vectors.Bytes("proposalHashHex"), hash);
    }

    [Fact]
    public void Transaction_Digest_Equals() => Assert.Equal(vectors.Bytes("transactionDigestHex"), Prepared().Digest.ToArray());

    [Fact]
    public void Transaction_Result_IsFoundInTheEnvelope() =>
        Assert.Equal(vectors.Text("transactionResultUtf8"), Encoding.UTF8.GetString(Prepared().Result.Span));

    [Fact]
    public void Transaction_OfItsProposal_Belongs()
    {
        var content = EndorsedContent.Parse(PreparedTransaction.Parser.ParseFrom(vectors.Bytes("preparedTransactionHex")).Envelope);
        Assert.True(content.BelongsTo(Google.Protobuf.ByteString.CopyFrom(vectors.Bytes("proposalBytesHex"))));
    }

    [Fact]
    public async Task CommitStatusRequest_Bytes_Equal()
    {
        var submitted = await SignedTransaction().PrepareSubmittedAsync(default);
        var question = SignedCommitStatusRequest.Parser.ParseFrom(submitted.ToBytes());
        Assert.Equal(vectors.Bytes("commitStatusRequestHex"), question.Request.ToByteArray());
        Assert.Equal(vectors.Bytes("commitDigestHex"), submitted.Digest.ToArray());
    }

    [Fact]
    public void ChaincodeEventsRequest_FromABlock_Equals()
    {
        var ours = gateway.GetNetwork(vectors.Text("channel"))
            .NewChaincodeEventsRequest(vectors.Text("chaincode"), new EventOptions { StartBlock = 101 });
        Assert.Equal(vectors.Bytes("chaincodeEventsDigestHex"), ours.Digest.ToArray());
        Assert.Equal(vectors.Bytes("chaincodeEventsSignedRequestHex"), ours.ToBytes());
    }

    [Fact]
    public void ErrorDetails_WithCyrillicWords_AreRead()
    {
        var text = vectors.Text("grpcStatusDetailsBin");
        var details = Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
        var cause = new GrpcException("/gateway.Gateway/Endorse", new GrpcStatus(GrpcStatusCode.Aborted, "failed", details));
        var detail = Assert.Single(new EndorseException("tx", cause).Details);
        var expected = RpcStatus.Parser.ParseFrom(details).Details.Single().Unpack();
        Assert.Equal((expected.Address, expected.MspId, expected.Message), (detail.Address, detail.MspId, detail.Message));
        Assert.Contains(detail.Message, letter => letter is >= 'а' and <= 'я');
    }

    public void Dispose() => unused.Dispose();

    private LedgerClient.Fabric.Proposal NewProposal() => gateway.GetNetwork(vectors.Text("channel"))
        .GetContract(vectors.Text("chaincode"), vectors.Text("contract"))
        .NewProposal(
            vectors.Text("function"),
            ProposalOptions.WithArguments(vectors.Arguments) with
            {
                EndorsingOrganizations = ["Org1MSP", "Org2MSP"],
                TransientData = new Dictionary<string, ReadOnlyMemory<byte>> { ["purpose"] = vectors.Purpose },
            },
            vectors.Timestamp, vectors.Bytes("nonceHex"));

    private LedgerClient.Fabric.Transaction Prepared() => gateway.NewTransaction(vectors.Bytes("preparedTransactionHex"));

    private LedgerClient.Fabric.Transaction SignedTransaction() => gateway.NewSignedTransaction(vectors.Bytes("preparedTransactionHex"), [1]);
}
