using System.Text;
using VoiceMed.LedgerClient.Fabric;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

public sealed class EvaluateTests : IAsyncLifetime
{
    private ScriptedGateway peer = null!;

    public async Task InitializeAsync() => peer = await ScriptedGateway.StartAsync();

    public async Task DisposeAsync() => await peer.DisposeAsync();

    [Fact]
    public async Task Evaluate_Text_ReturnsWhatTheChaincodeReturned()
    {
        peer.Chaincode = call => Encoding.UTF8.GetBytes($"визиты {call.Arguments[0]}");
        var result = await peer.Contract().EvaluateAsync("getHospitalVisits", ProposalOptions.WithArguments("patient-1"));
        Assert.Equal("визиты patient-1", Encoding.UTF8.GetString(result.Span));
    }

    [Fact]
    public async Task Evaluate_ArgumentsAndTransientData_Arrive()
    {
        await peer.Contract().EvaluateAsync("f", ProposalOptions.WithArguments("один", "") with
        {
            TransientData = new Dictionary<string, ReadOnlyMemory<byte>> { ["purpose"] = "TREAT"u8.ToArray() },
        });
        Assert.Equal(["один", ""], peer.LastInvocation!.Arguments);
        Assert.Equal("TREAT", peer.LastInvocation.Transient["purpose"].ToStringUtf8());
    }

    [Fact]
    public async Task Evaluate_TargetOrganizations_Arrive()
    {
        await peer.Contract().EvaluateAsync("f", new ProposalOptions { EndorsingOrganizations = ["Org2MSP"] });
        Assert.Equal(["Org2MSP"], peer.LastInvocation!.Organizations);
    }

    [Theory]
    [InlineData(null, "f")]
    [InlineData("VisitContract", "VisitContract:f")]
    public async Task Evaluate_ContractName_QualifiesTheFunction(string? contract, string expected)
    {
        await peer.Connect().GetNetwork("visits").GetContract("clinic", contract).EvaluateAsync("f");
        Assert.Equal(("clinic", expected), (peer.LastInvocation!.Chaincode, peer.LastInvocation.Function));
    }

    [Fact]
    public async Task Evaluate_EmptyResult_IsEmpty()
    {
        peer.Chaincode = _ => [];
        Assert.True((await peer.Contract().EvaluateAsync("f")).IsEmpty);
    }

    [Fact]
    public async Task Evaluate_Twice_HasTwoTransactionIds()
    {
        var contract = peer.Contract();
        await contract.EvaluateAsync("f");
        var first = peer.LastInvocation!.TransactionId;
        await contract.EvaluateAsync("f");
        Assert.NotEqual(first, peer.LastInvocation.TransactionId);
    }

    [Fact]
    public async Task Evaluate_ManyUsersOverOneConnection_EachSignsForItself()
    {
        using var nurse = new TestIdentity(new Grpc.TestCertificates("Org CA"), "Org1MSP", "nurse");
        var contract = Gateway.Connect(peer.Channel, nurse.Identity, nurse.Signer).GetNetwork("visits").GetContract("visits");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? contract : peer.Contract()).EvaluateAsync("f")));
    }

    [Fact]
    public async Task Evaluate_ForeignKeyForTheCertificate_IsRefusedByThePeer()
    {
        var gateway = Gateway.Connect(peer.Channel, peer.Client.Identity, peer.Peers[1].Signer);
        var refused = await Assert.ThrowsAsync<GatewayException>(() => gateway.GetNetwork("visits").GetContract("visits").EvaluateAsync("f"));
        Assert.Equal(GrpcStatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains("signature", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_SlowPeer_EndsAtTheCallsOwnDeadline()
    {
        peer.Script("Evaluate", SilentAsync);
        var slow = await Assert.ThrowsAsync<GatewayException>(() =>
            peer.Contract(new GatewayOptions { EvaluateTimeout = TimeSpan.FromMilliseconds(100) }).EvaluateAsync("f"));
        Assert.Equal((GatewayErrorFamily.TimedOut, true), (slow.Family, slow.IsTransient));
    }

    [Fact]
    public async Task EvaluateWithRetry_PeerBackAfterTwoFailures_Answers()
    {
        peer.Script(
            "Evaluate", ScriptedGateway.Refusing(GrpcStatusCode.Unavailable),
            ScriptedGateway.Refusing(GrpcStatusCode.Unknown, "too many requests for /gateway.Gateway, exceeding concurrency limit (500)"));
        await peer.Contract().EvaluateWithRetryAsync("f");
        Assert.Equal(3, peer.Calls.Count);
    }

    [Fact]
    public async Task EvaluateWithRetry_BusinessError_IsNotRepeated()
    {
        peer.Script("Evaluate", ScriptedGateway.Refusing(GrpcStatusCode.Unknown, "evaluate call to endorser returned error: chaincode response 500, нет"));
        var refused = await Assert.ThrowsAsync<GatewayException>(() => peer.Contract().EvaluateWithRetryAsync("f"));
        Assert.Equal(new ChaincodeResponse(500, "нет"), refused.Response);
        Assert.Single(peer.Calls);
    }

    [Fact]
    public async Task EvaluateWithRetry_PeerStaysAway_GivesUpAfterTheLimit()
    {
        peer.Script("Evaluate", [.. Enumerable.Repeat(ScriptedGateway.Refusing(GrpcStatusCode.Unavailable), 10)]);
        await Assert.ThrowsAsync<GatewayException>(() => peer.Contract().EvaluateWithRetryAsync(
            "f", retry: new() { MaxAttempts = 3, FirstPause = TimeSpan.FromMilliseconds(1) }));
        Assert.Equal(3, peer.Calls.Count);
    }

    internal static async Task SilentAsync(Microsoft.AspNetCore.Http.HttpContext context) =>
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
