using Microsoft.AspNetCore.Http;
using VoiceMed.LedgerClient.Fabric;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Retry;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>Never a second transaction before the first one's outcome is known; a conflict is the only ground for a fresh proposal.</summary>
public sealed class RetryLawTests : IAsyncLifetime
{
    private static readonly RetryOptions Quick = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(5),
        DoubtTimeout = TimeSpan.FromMilliseconds(200),
        OutcomeTimeout = TimeSpan.FromSeconds(20),
    };

    private ScriptedGateway peer = null!;

    public async Task InitializeAsync() => peer = await ScriptedGateway.StartAsync();

    public async Task DisposeAsync() => await peer.DisposeAsync();

    [Theory]
    [InlineData(GrpcStatusCode.DeadlineExceeded)]
    [InlineData(GrpcStatusCode.Unavailable)]
    [InlineData(GrpcStatusCode.Unknown)]
    [InlineData(GrpcStatusCode.Internal)]
    [InlineData(GrpcStatusCode.Cancelled)]
    public async Task Submit_OrderedThoughTheAnswerWasAnError_IsFoundByItsStatusAndNotDoneTwice(GrpcStatusCode code)
    {
        peer.Script("Submit", async context =>
        {
            await peer.OrderAsync(context);
            await ScriptedGateway.Refusing(code)(context);
        });
        var result = await SubmitAsync();
        Assert.Equal([result.Status.TransactionId], peer.Ordered);
        Assert.Equal(["Endorse", "Submit", "CommitStatus"], peer.Calls);
    }

    [Fact]
    public async Task Submit_PeerDiesWithoutAnAnswer_IsFoundByItsStatus()
    {
        peer.Script("Submit", async context =>
        {
            await peer.OrderAsync(context);
            context.Abort();
        });
        var result = await SubmitAsync();
        Assert.Equal([result.Status.TransactionId], peer.Ordered);
    }

    [Fact]
    public async Task Submit_LostOnTheWay_IsHandedOverAgainAsTheVerySameTransaction()
    {
        peer.Script("Submit", ScriptedGateway.Refusing(GrpcStatusCode.Unavailable, "no orderers could successfully process transaction"));
        var result = await SubmitAsync();
        Assert.Equal([result.Status.TransactionId], peer.Ordered);
        Assert.Equal(["Endorse", "Submit", "CommitStatus", "Submit", "CommitStatus"], peer.Calls);
    }

    [Fact]
    public async Task Submit_StatusUnanswered_IsAskedAgainForTheSameTransaction()
    {
        peer.Script("CommitStatus", ScriptedGateway.Refusing(GrpcStatusCode.Unavailable), ScriptedGateway.Refusing(GrpcStatusCode.Aborted));
        var result = await SubmitAsync();
        Assert.All(peer.Ordered, ordered => Assert.Equal(result.Status.TransactionId, ordered));
        Assert.Single(peer.Calls, "Endorse");
    }

    [Fact]
    public async Task Submit_VerdictOnACopy_AsksForTheFirstOne()
    {
        peer.Verdict = _ => peer.Ordered.Count == 1 ? TransactionValidationCode.DuplicateTransactionId : TransactionValidationCode.Valid;
        peer.Script("CommitStatus", Answering(TransactionValidationCode.DuplicateTransactionId), Answering(TransactionValidationCode.Valid));
        Assert.True((await SubmitAsync()).Status.IsSuccessful);
        Assert.Single(peer.Calls, "Endorse");
    }

    [Fact]
    public async Task Submit_OutcomeNeverLearnt_ThrowsItsIdAndMakesNoOther()
    {
        peer.Script("Submit", [.. Enumerable.Repeat<RequestDelegate>(EvaluateTests.SilentAsync, 50)]);
        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => peer
            .Contract(new GatewayOptions { SubmitTimeout = TimeSpan.FromMilliseconds(50) })
            .SubmitWithRetryAsync("f", retry: Quick with { OutcomeTimeout = TimeSpan.FromMilliseconds(700) }));
        Assert.Single(peer.Calls, "Endorse");
        Assert.Equal(unknown.TransactionId, peer.Connect().NewCommit(unknown.Commit.Span).TransactionId);
        Assert.Contains("unknown", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TransactionValidationCode.MvccReadConflict)]
    [InlineData(TransactionValidationCode.PhantomReadConflict)]
    public async Task Submit_Conflict_MakesAFreshProposal(TransactionValidationCode conflict)
    {
        peer.Verdict = _ => peer.Ordered.Count <= 2 ? conflict : TransactionValidationCode.Valid;
        Assert.True((await SubmitAsync()).Status.IsSuccessful);
        Assert.Equal(3, peer.Ordered.Distinct().Count());
    }

    [Fact]
    public async Task Submit_ConflictWithoutEnd_GivesUpAfterTheLimit()
    {
        peer.Verdict = _ => TransactionValidationCode.MvccReadConflict;
        var invalid = await Assert.ThrowsAsync<CommitException>(() => peer.Contract().SubmitWithRetryAsync("f", retry: Quick with { MaxConflictAttempts = 4 }));
        Assert.True(invalid.IsConflict);
        Assert.Equal(4, peer.Ordered.Count);
    }

    [Theory]
    [InlineData(TransactionValidationCode.EndorsementPolicyFailure)]
    [InlineData(TransactionValidationCode.BadCreatorSignature)]
    [InlineData(TransactionValidationCode.ExpiredChaincode)]
    public async Task Submit_InvalidForAnotherReason_IsFinal(TransactionValidationCode code)
    {
        peer.Verdict = _ => code;
        Assert.Equal(code, (await Assert.ThrowsAsync<CommitException>(SubmitAsync)).Code);
        Assert.Single(peer.Ordered);
    }

    [Theory]
    [InlineData(GrpcStatusCode.Aborted)]
    [InlineData(GrpcStatusCode.InvalidArgument)]
    [InlineData(GrpcStatusCode.FailedPrecondition)]
    public async Task Submit_RefusedForCertain_IsFinal(GrpcStatusCode code)
    {
        peer.Script("Submit", ScriptedGateway.Refusing(code));
        Assert.Equal(code, (await Assert.ThrowsAsync<SubmitException>(SubmitAsync)).StatusCode);
        Assert.Empty(peer.Ordered);
    }

    [Fact]
    public async Task Submit_RefusedAfterADoubtfulHandOver_StillAsksTheStatus()
    {
        peer.Script(
            "Submit",
            async context =>
            {
                await peer.OrderAsync(context);
                await ScriptedGateway.Refusing(GrpcStatusCode.Unavailable)(context);
            },
            ScriptedGateway.Refusing(GrpcStatusCode.Aborted));
        peer.Script("CommitStatus", ScriptedGateway.Refusing(GrpcStatusCode.Unavailable));
        Assert.True((await SubmitAsync()).Status.IsSuccessful);
        Assert.Single(peer.Ordered);
    }

    [Fact]
    public async Task Endorse_PeersAwayThenBack_IsRepeatedFreely()
    {
        peer.Script("Endorse", ScriptedGateway.Refusing(GrpcStatusCode.Unavailable), ScriptedGateway.Refusing(GrpcStatusCode.Aborted, "x", "out of step"));
        Assert.True((await SubmitAsync()).Status.IsSuccessful);
        Assert.Single(peer.Ordered);
    }

    [Fact]
    public async Task Endorse_BusinessError_IsFinal()
    {
        peer.Script("Endorse", ScriptedGateway.Refusing(GrpcStatusCode.Aborted, "x", "chaincode response 500, visit 7 already exists"));
        var refused = await Assert.ThrowsAsync<EndorseException>(SubmitAsync);
        Assert.Equal("visit 7 already exists", refused.Response?.Message);
        Assert.Equal(["Endorse"], peer.Calls);
    }

    private Task<SubmitResult> SubmitAsync() => peer.Contract().SubmitWithRetryAsync("f", retry: Quick);

    private static RequestDelegate Answering(TransactionValidationCode code) => async context =>
    {
        var answer = new LedgerClient.Fabric.Messages.CommitStatusResponse { Result = (int)code, BlockNumber = 9 };
        await Grpc.ScriptedServer.SendAsync(context, Grpc.ScriptedServer.Frame(Google.Protobuf.MessageExtensions.ToByteArray(answer)));
        Grpc.ScriptedServer.Finish(context);
    };
}
