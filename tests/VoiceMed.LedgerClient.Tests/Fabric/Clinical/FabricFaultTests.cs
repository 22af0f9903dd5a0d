using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric.Clinical;

/// <summary>Every row of the error table in docs/fabric.md: which family, and so who has to act.</summary>
public class FabricFaultTests
{
    [Theory]
    [InlineData(GrpcStatusCode.Unavailable, "no peers available", "fabric.unreachable")]
    [InlineData(GrpcStatusCode.DeadlineExceeded, "evaluate timeout expired", "fabric.timeout")]
    [InlineData(GrpcStatusCode.Unknown, "too many requests for /gateway.Gateway, exceeding concurrency limit (500)", "fabric.overloaded")]
    [InlineData(GrpcStatusCode.FailedPrecondition, "no combination of peers can be derived", "fabric.misconfigured")]
    [InlineData(GrpcStatusCode.Aborted, "ProposalResponsePayloads do not match", "fabric.endorsement")]
    [InlineData(GrpcStatusCode.Unknown, "chaincode response 500, TypeError: undefined", "fabric.chaincode")]
    [InlineData(GrpcStatusCode.Internal, "the answer ends inside a frame header", "fabric.malformed")]
    public void Translate_FailedCall_IsUnavailableWithItsCode(GrpcStatusCode status, string message, string code) =>
        Assert.Equal(code, Assert.IsType<LedgerUnavailableException>(FabricFault.Translate(Failed(status, message))).Code);

    [Fact]
    public void Translate_IdentityNotAccepted_IsRejected() =>
        Assert.Equal("fabric.denied", Assert.IsType<LedgerRejectedException>(
            FabricFault.Translate(Failed(GrpcStatusCode.PermissionDenied, "access denied"))).Code);

    [Theory]
    [InlineData("chaincode response 500, refused|consent.deny|consent.deny:c-1|The patient has forbidden this.")]
    [InlineData("chaincode response 500, Error: refused|consent.deny|consent.deny:c-1|The patient has forbidden this.")]
    public void Translate_RefusedByRule_IsRejectedWithCodeRuleAndWords(string message)
    {
        var refused = Assert.IsType<LedgerRejectedException>(FabricFault.Translate(Failed(GrpcStatusCode.Unknown, message)));
        Assert.Equal(("consent.deny", "consent.deny:c-1", "The patient has forbidden this."), (refused.Code, refused.Rule, refused.Message));
    }

    [Theory]
    [InlineData("chaincode response 500, refused|")]
    [InlineData("chaincode response 500, refused|a|b")]
    public void Translate_HalfARefusal_IsAChaincodeFault(string message) =>
        Assert.Equal("fabric.chaincode", FabricFault.Translate(Failed(GrpcStatusCode.Unknown, message)).Code);

    [Theory]
    [InlineData(TransactionValidationCode.MvccReadConflict, "fabric.conflict")]
    [InlineData(TransactionValidationCode.PhantomReadConflict, "fabric.conflict")]
    [InlineData(TransactionValidationCode.EndorsementPolicyFailure, "fabric.invalid")]
    public void Translate_InvalidTransaction_IsUnavailable(TransactionValidationCode found, string code) =>
        Assert.Equal(code, Assert.IsType<LedgerUnavailableException>(FabricFault.Translate(new CommitException("tx", found, 7))).Code);

    [Fact]
    public void Translate_OutcomeUnknown_SaysThatTheSameKeyIsSafe()
    {
        var unknown = Assert.IsType<LedgerUnavailableException>(FabricFault.Translate(new OutcomeUnknownException("tx", default, null)));
        Assert.Equal("fabric.outcome-unknown", unknown.Code);
        Assert.Contains("same key", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Translate_AnswerToSomethingElse_IsTampered() =>
        Assert.IsType<LedgerTamperedException>(FabricFault.Translate(new TamperedAnswerException("tx", "another transaction")));

    private static GatewayException Failed(GrpcStatusCode code, string message) =>
        new("evaluation", "tx", new GrpcException("/gateway.Gateway/Evaluate", new GrpcStatus(code, message)));
}
