using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>Every row of the gateway's error table, as the peer of release 2.4 words it, and what a caller may do about it.</summary>
public sealed class ErrorTableTests : IAsyncLifetime
{
    private const string SeeDetails = "failed to endorse transaction, see attached details for more info";

    private ScriptedGateway peer = null!;

    public async Task InitializeAsync() => peer = await ScriptedGateway.StartAsync();

    public async Task DisposeAsync() => await peer.DisposeAsync();

    [Theory]
    [InlineData(GrpcStatusCode.InvalidArgument, "an evaluate request is required", null, GatewayErrorFamily.Misconfigured, false)]
    [InlineData(GrpcStatusCode.Unavailable, "no peers available to evaluate chaincode visits in channel visits", null, GatewayErrorFamily.Unavailable, true)]
    [InlineData(GrpcStatusCode.Unavailable, "failed to get config for channel [x]: cannot retrieve last config block", null, GatewayErrorFamily.Misconfigured, false)]
    [InlineData(GrpcStatusCode.FailedPrecondition, "no endorsers found in the gateway's organization; retry specifying target organization(s)", null, GatewayErrorFamily.Misconfigured, false)]
    [InlineData(GrpcStatusCode.FailedPrecondition, "evaluate call to endorser returned error: error validating proposal: access denied: channel [visits] creator org [Org1MSP]", "access denied", GatewayErrorFamily.Denied, false)]
    [InlineData(GrpcStatusCode.Aborted, "failed to evaluate transaction, see attached details for more info", "error in simulation: chaincode stream terminated", GatewayErrorFamily.EndorsementFailed, false)]
    [InlineData(GrpcStatusCode.Unknown, "evaluate call to endorser returned error: chaincode response 500, визит 7 не найден", "chaincode response 500, визит 7 не найден", GatewayErrorFamily.ChaincodeRefused, false)]
    [InlineData(GrpcStatusCode.Unknown, "too many requests for /gateway.Gateway, exceeding concurrency limit (500)", null, GatewayErrorFamily.Overloaded, true)]
    [InlineData(GrpcStatusCode.DeadlineExceeded, "evaluate timeout expired", null, GatewayErrorFamily.TimedOut, true)]
    [InlineData(GrpcStatusCode.Unimplemented, "unknown service gateway.Gateway", null, GatewayErrorFamily.Misconfigured, false)]
    [InlineData(GrpcStatusCode.ResourceExhausted, "grpc: received message larger than max", null, GatewayErrorFamily.Overloaded, true)]
    [InlineData(GrpcStatusCode.Internal, "boom", null, GatewayErrorFamily.Malformed, false)]
    public async Task Evaluate_Refused_FallsIntoItsFamily(
        GrpcStatusCode code, string message, string? detail, GatewayErrorFamily family, bool transient)
    {
        peer.Script("Evaluate", ScriptedGateway.Refusing(code, message, detail));
        var refused = await Assert.ThrowsAsync<GatewayException>(() => peer.Contract().EvaluateAsync("f"));
        AssertIs(refused, code, message, detail, family, transient);
    }

    [Theory]
    [InlineData(GrpcStatusCode.InvalidArgument, "the proposed transaction must contain a signed proposal", null, GatewayErrorFamily.Misconfigured, false)]
    [InlineData(GrpcStatusCode.Unavailable, "no peers available to endorse transaction for organization(s) [Org3MSP]", null, GatewayErrorFamily.Unavailable, true)]
    [InlineData(GrpcStatusCode.FailedPrecondition, "no combination of peers can be derived which satisfy the endorsement policy: No metadata was found for chaincode x in channel visits", null, GatewayErrorFamily.Misconfigured, false)]
    [InlineData(GrpcStatusCode.FailedPrecondition, "requires endorsement from organisation(s) that are not in the distribution policy of the private data collection(s): [secret]", null, GatewayErrorFamily.Misconfigured, false)]
    [InlineData(GrpcStatusCode.Aborted, SeeDetails, "chaincode response 500, visit 7 already exists", GatewayErrorFamily.ChaincodeRefused, false)]
    [InlineData(GrpcStatusCode.Aborted, SeeDetails, "error validating proposal: access denied: channel [visits] creator org [Org1MSP]", GatewayErrorFamily.Denied, false)]
    [InlineData(GrpcStatusCode.Aborted, SeeDetails, "ProposalResponsePayloads do not match", GatewayErrorFamily.EndorsementFailed, false)]
    [InlineData(GrpcStatusCode.Aborted, "failed to assemble transaction: no endorsements", null, GatewayErrorFamily.EndorsementFailed, false)]
    [InlineData(GrpcStatusCode.Aborted, SeeDetails, "too many requests for /protos.Endorser, exceeding concurrency limit (2500)", GatewayErrorFamily.Overloaded, true)]
    [InlineData(GrpcStatusCode.DeadlineExceeded, "endorsement timeout expired while collecting endorsements", null, GatewayErrorFamily.TimedOut, true)]
    public async Task Endorse_Refused_FallsIntoItsFamily(
        GrpcStatusCode code, string message, string? detail, GatewayErrorFamily family, bool transient)
    {
        peer.Script("Endorse", ScriptedGateway.Refusing(code, message, detail));
        var refused = await Assert.ThrowsAsync<EndorseException>(() => peer.Contract().SubmitAsync("f"));
        AssertIs(refused, code, message, detail, family, transient);
        Assert.Empty(peer.Ordered);
    }

    [Theory]
    [InlineData(GrpcStatusCode.InvalidArgument, "prepared transaction must be signed", null, GatewayErrorFamily.Misconfigured, false)]
    [InlineData(GrpcStatusCode.Unavailable, "no orderers could successfully process transaction", "dial tcp: connection refused", GatewayErrorFamily.Unavailable, true)]
    [InlineData(GrpcStatusCode.Unavailable, "no orderer nodes available", null, GatewayErrorFamily.Unavailable, true)]
    [InlineData(GrpcStatusCode.FailedPrecondition, "channel x not found", null, GatewayErrorFamily.Misconfigured, false)]
    [InlineData(GrpcStatusCode.Aborted, "received unsuccessful response from orderer: status=BAD_REQUEST, info=", null, GatewayErrorFamily.EndorsementFailed, false)]
    [InlineData(GrpcStatusCode.DeadlineExceeded, "submit timeout expired while broadcasting to ordering service", null, GatewayErrorFamily.TimedOut, true)]
    public async Task Submit_Refused_FallsIntoItsFamily(
        GrpcStatusCode code, string message, string? detail, GatewayErrorFamily family, bool transient)
    {
        peer.Script("Submit", ScriptedGateway.Refusing(code, message, detail));
        var refused = await Assert.ThrowsAsync<SubmitException>(() => peer.Contract().SubmitAsync("f"));
        AssertIs(refused, code, message, detail, family, transient);
    }

    [Theory]
    [InlineData(GrpcStatusCode.InvalidArgument, "a commit status request is required", GatewayErrorFamily.Misconfigured, false)]
    [InlineData(GrpcStatusCode.PermissionDenied, "error authorizing: access denied", GatewayErrorFamily.Denied, false)]
    [InlineData(GrpcStatusCode.FailedPrecondition, "channel does not exist: x", GatewayErrorFamily.Misconfigured, false)]
    [InlineData(GrpcStatusCode.DeadlineExceeded, "context deadline exceeded", GatewayErrorFamily.TimedOut, true)]
    [InlineData(GrpcStatusCode.Cancelled, "context canceled", GatewayErrorFamily.Unavailable, true)]
    public async Task CommitStatus_Refused_FallsIntoItsFamily(GrpcStatusCode code, string message, GatewayErrorFamily family, bool transient)
    {
        peer.Script("CommitStatus", ScriptedGateway.Refusing(code, message));
        var refused = await Assert.ThrowsAsync<CommitStatusException>(() => peer.Contract().SubmitAsync("f"));
        AssertIs(refused, code, message, null, family, transient);
        Assert.Equal(peer.Ordered.Single(), refused.TransactionId);
    }

    [Theory]
    [InlineData(GrpcStatusCode.InvalidArgument, "a start position is required", GatewayErrorFamily.Misconfigured)]
    [InlineData(GrpcStatusCode.PermissionDenied, "access denied", GatewayErrorFamily.Denied)]
    [InlineData(GrpcStatusCode.NotFound, "channel not found: x", GatewayErrorFamily.Misconfigured)]
    [InlineData(GrpcStatusCode.Unavailable, "peer is shutting down", GatewayErrorFamily.Unavailable)]
    public async Task ChaincodeEvents_Refused_FallsIntoItsFamily(GrpcStatusCode code, string message, GatewayErrorFamily family)
    {
        peer.Script("ChaincodeEvents", ScriptedGateway.Refusing(code, message));
        var refused = await Assert.ThrowsAsync<GatewayException>(async () =>
        {
            await foreach (var one in peer.Connect().GetNetwork("visits").GetChaincodeEventsAsync("visits")) Assert.Fail("no event was sent");
        });
        Assert.Equal((code, family, null), (refused.StatusCode, refused.Family, refused.TransactionId));
    }

    [Fact]
    public async Task AnyCall_PeerGone_IsUnavailableAndNotProcessed()
    {
        using var channel = new GrpcChannel(new Uri("http://localhost:9"));
        var gateway = LedgerClient.Fabric.Gateway.Connect(channel, peer.Client.Identity, peer.Client.Signer);
        var gone = await Assert.ThrowsAsync<EndorseException>(() => gateway.GetNetwork("visits").GetContract("visits").SubmitAsync("f"));
        Assert.Equal((GatewayErrorFamily.Unavailable, true), (gone.Family, gone.NotProcessed));
    }

    [Fact]
    public async Task Details_OfAnotherTypeOrMalformed_AreLeftOut()
    {
        peer.Script("Evaluate", context =>
        {
            Grpc.ScriptedServer.Refuse(context, GrpcStatusCode.Aborted, "text", [0x1A, 0x05, 0xFF]);
            return Task.CompletedTask;
        });
        var refused = await Assert.ThrowsAsync<GatewayException>(() => peer.Contract().EvaluateAsync("f"));
        Assert.Equal("text", refused.StatusMessage);
        Assert.Empty(refused.Details);
    }

    [Theory]
    [InlineData("chaincode response 500, a, b", 500, "a, b")]
    [InlineData("error: chaincode response 404, ", 404, "")]
    public void ChaincodeResponse_Found_IsTakenApart(string message, int status, string words) =>
        Assert.Equal(new ChaincodeResponse(status, words), ChaincodeResponse.Find(message));

    [Theory]
    [InlineData("")]
    [InlineData("chaincode response ")]
    [InlineData("chaincode response x, y")]
    [InlineData("chaincode response 500")]
    public void ChaincodeResponse_NotThere_IsNull(string message) => Assert.Null(ChaincodeResponse.Find(message));

    private static void AssertIs(
        GatewayException refused, GrpcStatusCode code, string message, string? detail, GatewayErrorFamily family, bool transient)
    {
        Assert.Equal((code, message, family, transient), (refused.StatusCode, refused.StatusMessage, refused.Family, refused.IsTransient));
        Assert.Equal(64, refused.TransactionId!.Length);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        if (detail is null)
        {
            Assert.Empty(refused.Details);
            return;
        }
        Assert.Equal(new ErrorDetail("peer0.org2.test:8051", "Org2MSP", detail), Assert.Single(refused.Details));
        Assert.Contains(detail, refused.Message, StringComparison.Ordinal);
    }
}
