using System.Text;
using VoiceMed.LedgerClient.Fabric;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

public sealed class SubmitTests : IAsyncLifetime
{
    private ScriptedGateway peer = null!;

    public async Task InitializeAsync() => peer = await ScriptedGateway.StartAsync();

    public async Task DisposeAsync() => await peer.DisposeAsync();

    [Fact]
    public async Task Submit_Valid_WalksTheFourStepsAndReturnsTheResult()
    {
        var result = await peer.Contract().SubmitAsync("addHospitalVisit", ProposalOptions.WithArguments("patient-1"));
        Assert.Equal("addHospitalVisit done", Encoding.UTF8.GetString(result.Span));
        Assert.Equal(["Endorse", "Submit", "CommitStatus"], peer.Calls);
    }

    [Fact]
    public async Task Submit_EndorsingOrganizations_Arrive()
    {
        await peer.Contract().SubmitAsync("f", new ProposalOptions { EndorsingOrganizations = ["Org1MSP", "Org2MSP"] });
        Assert.Equal(["Org1MSP", "Org2MSP"], peer.LastInvocation!.Organizations);
    }

    [Fact]
    public async Task SubmitWithoutWait_ReturnsBeforeTheCommit_AndTheStatusComesLater()
    {
        var submitted = await peer.Contract().SubmitWithoutWaitAsync("f");
        Assert.Equal(["Endorse", "Submit"], peer.Calls);
        var status = await submitted.GetStatusAsync();
        Assert.True(status.IsSuccessful);
        Assert.Equal((submitted.TransactionId, 6UL), (status.TransactionId, status.BlockNumber));
    }

    [Fact]
    public async Task StepByStep_EachStepCarriesTheSameTransactionId()
    {
        var proposal = peer.Contract().NewProposal("f");
        var transaction = await proposal.EndorseAsync();
        var submitted = await transaction.SubmitAsync();
        Assert.Equal(proposal.TransactionId, transaction.TransactionId);
        Assert.Equal(proposal.TransactionId, submitted.TransactionId);
        Assert.Equal([proposal.TransactionId], peer.Ordered);
    }

    [Theory]
    [InlineData(TransactionValidationCode.MvccReadConflict, true)]
    [InlineData(TransactionValidationCode.PhantomReadConflict, true)]
    [InlineData(TransactionValidationCode.EndorsementPolicyFailure, false)]
    [InlineData(TransactionValidationCode.DuplicateTransactionId, false)]
    [InlineData(TransactionValidationCode.ExpiredChaincode, false)]
    [InlineData(TransactionValidationCode.ChaincodeVersionConflict, false)]
    [InlineData(TransactionValidationCode.NotValidated, false)]
    [InlineData(TransactionValidationCode.InvalidOtherReason, false)]
    [InlineData((TransactionValidationCode)77, false)]
    public async Task Submit_InvalidInItsBlock_ThrowsTheCode(TransactionValidationCode code, bool conflict)
    {
        peer.Verdict = _ => code;
        var invalid = await Assert.ThrowsAsync<CommitException>(() => peer.Contract().SubmitAsync("f"));
        Assert.Equal((code, conflict, 6UL), (invalid.Code, invalid.IsConflict, invalid.BlockNumber));
        Assert.Equal(peer.Ordered.Single(), invalid.TransactionId);
    }

    [Fact]
    public async Task Submit_SlowEndorsement_EndsAtItsOwnDeadline()
    {
        peer.Script("Endorse", EvaluateTests.SilentAsync);
        var slow = await Assert.ThrowsAsync<EndorseException>(() => peer.Contract(new GatewayOptions { EndorseTimeout = Soon }).SubmitAsync("f"));
        Assert.Equal(GatewayErrorFamily.TimedOut, slow.Family);
    }

    [Fact]
    public async Task Submit_SlowOrderer_EndsAtItsOwnDeadline()
    {
        peer.Script("Submit", EvaluateTests.SilentAsync);
        var slow = await Assert.ThrowsAsync<SubmitException>(() => peer.Contract(new GatewayOptions { SubmitTimeout = Soon }).SubmitAsync("f"));
        Assert.Equal(GatewayErrorFamily.TimedOut, slow.Family);
    }

    [Fact]
    public async Task Submit_SlowCommit_EndsAtItsOwnDeadline()
    {
        peer.Script("CommitStatus", EvaluateTests.SilentAsync);
        var slow = await Assert.ThrowsAsync<CommitStatusException>(() => peer.Contract(new GatewayOptions { CommitStatusTimeout = Soon }).SubmitAsync("f"));
        Assert.Equal((GatewayErrorFamily.TimedOut, peer.Ordered.Single()), (slow.Family, slow.TransactionId));
    }

    [Fact]
    public async Task CommitStatus_AskedAgainAfterAFailure_Answers()
    {
        peer.Script("CommitStatus", ScriptedGateway.Refusing(GrpcStatusCode.Unavailable));
        var submitted = await peer.Contract().SubmitWithoutWaitAsync("f");
        await Assert.ThrowsAsync<CommitStatusException>(() => submitted.GetStatusAsync());
        Assert.True((await submitted.GetStatusAsync()).IsSuccessful);
    }

    private static TimeSpan Soon { get; } = TimeSpan.FromMilliseconds(150);
}
