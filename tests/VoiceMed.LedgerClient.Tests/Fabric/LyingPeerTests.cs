using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>A peer that returns another transaction than the proposed one must not get our signature on it.</summary>
public sealed class LyingPeerTests : IAsyncLifetime
{
    private ScriptedGateway peer = null!;

    public async Task InitializeAsync() => peer = await ScriptedGateway.StartAsync();

    public async Task DisposeAsync() => await peer.DisposeAsync();

    [Fact]
    public Task Endorse_AnotherTransactionId_IsNotSigned() => AssertTamperedAsync(payload => EditChannel(payload, header => header.TxId = new string('0', 64)));

    [Fact]
    public Task Endorse_AnotherChannel_IsNotSigned() => AssertTamperedAsync(payload => EditChannel(payload, header => header.ChannelId = "other"));

    [Fact]
    public Task Endorse_AnotherTime_IsNotSigned() => AssertTamperedAsync(payload => EditChannel(payload, header => header.Timestamp.Seconds++));

    [Fact]
    public Task Endorse_AnotherCreator_IsNotSigned() => AssertTamperedAsync(payload =>
    {
        var header = SignatureHeader.Parser.ParseFrom(payload.Header.SignatureHeader);
        header.Creator = ByteString.CopyFrom(peer.Peers[1].Identity.Creator.Span);
        payload.Header.SignatureHeader = header.ToByteString();
    });

    [Fact]
    public Task Endorse_OtherArguments_AreNotSigned() => AssertTamperedAsync(payload => EditAction(payload, action =>
    {
        var input = ChaincodeProposalPayload.Parser.ParseFrom(action.ChaincodeProposalPayload);
        var invocation = ChaincodeInvocationSpec.Parser.ParseFrom(input.Input);
        invocation.ChaincodeSpec.Input.Args[0] = ByteString.CopyFromUtf8("deleteEverything");
        input.Input = invocation.ToByteString();
        action.ChaincodeProposalPayload = input.ToByteString();
    }));

    [Fact]
    public Task Endorse_AnotherProposalsHash_IsNotSigned() => AssertTamperedAsync(payload => EditAction(payload, action =>
    {
        var response = ProposalResponsePayload.Parser.ParseFrom(action.Action.ProposalResponsePayload);
        response.ProposalHash = ByteString.CopyFrom(new byte[32]);
        action.Action.ProposalResponsePayload = response.ToByteString();
    }));

    [Theory]
    [InlineData("")]
    [InlineData("0AFF")]
    [InlineData("0A020A00")]
    public async Task Endorse_Nonsense_IsAnEndorseError(string payload)
    {
        peer.Forge = _ => new Envelope { Payload = ByteString.CopyFrom(Convert.FromHexString(payload)) };
        var refused = await Assert.ThrowsAsync<EndorseException>(() => peer.Contract().SubmitAsync("f"));
        Assert.Equal((GrpcStatusCode.Internal, GatewayErrorFamily.Malformed), (refused.StatusCode, refused.Family));
        Assert.Equal(["Endorse"], peer.Calls);
    }

    [Fact]
    public async Task Endorse_EveryByteFlipped_NeverEndsInAnythingButAnError()
    {
        // Whatever a hostile peer returns, the outcome is one of the two exceptions, or a transaction whose change lies in what the
        // endorsers signed and other peers will reject: never a crash.
        Envelope? genuine = null;
        peer.Forge = envelope => genuine = envelope;
        var proposal = peer.Contract().NewProposal("f");
        await proposal.EndorseAsync();
        for (var at = 0; at < genuine!.Payload.Length; at += 7)
        {
            var bytes = genuine.Payload.ToByteArray();
            bytes[at] ^= 0x55;
            peer.Forge = _ => new Envelope { Payload = ByteString.CopyFrom(bytes) };
            var fault = await Record.ExceptionAsync(() => proposal.EndorseAsync());
            Assert.True(fault is null or EndorseException or TamperedAnswerException, $"byte {at}: {fault}");
        }
    }

    private async Task AssertTamperedAsync(Action<Payload> edit)
    {
        peer.Forge = envelope =>
        {
            var payload = Payload.Parser.ParseFrom(envelope.Payload);
            edit(payload);
            return new Envelope { Payload = payload.ToByteString() };
        };
        await Assert.ThrowsAsync<TamperedAnswerException>(() => peer.Contract().SubmitAsync("f"));
        Assert.Equal(["Endorse"], peer.Calls);
    }

    private static void EditChannel(Payload payload, Action<ChannelHeader> edit)
    {
        var header = ChannelHeader.Parser.ParseFrom(payload.Header.ChannelHeader);
        edit(header);
        payload.Header.ChannelHeader = header.ToByteString();
    }

    private static void EditAction(Payload payload, Action<ChaincodeActionPayload> edit)
    {
        var transaction = LedgerClient.Fabric.Messages.Transaction.Parser.ParseFrom(payload.Data);
        var action = ChaincodeActionPayload.Parser.ParseFrom(transaction.Actions[0].Payload);
        edit(action);
        transaction.Actions[0].Payload = action.ToByteString();
        payload.Data = transaction.ToByteString();
    }
}
