using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>The five calls of <c>gateway.Gateway</c>, each with its deadline and its exception. Thread-safe.</summary>
internal sealed class GatewayClient(GrpcChannel channel, GatewayOptions options)
{
    private static readonly GrpcMethod<EvaluateRequest, EvaluateResponse> EvaluateMethod = new("/gateway.Gateway/Evaluate", EvaluateResponse.Parser);
    private static readonly GrpcMethod<EndorseRequest, EndorseResponse> EndorseMethod = new("/gateway.Gateway/Endorse", EndorseResponse.Parser);
    private static readonly GrpcMethod<SubmitRequest, SubmitResponse> SubmitMethod = new("/gateway.Gateway/Submit", SubmitResponse.Parser);
    private static readonly GrpcMethod<SignedCommitStatusRequest, CommitStatusResponse> CommitStatusMethod =
        new("/gateway.Gateway/CommitStatus", CommitStatusResponse.Parser);
    private static readonly GrpcMethod<SignedChaincodeEventsRequest, ChaincodeEventsResponse> ChaincodeEventsMethod =
        new("/gateway.Gateway/ChaincodeEvents", ChaincodeEventsResponse.Parser);

    public GatewayOptions Options => options;

    public async Task<ByteString> EvaluateAsync(EvaluateRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await channel.CallAsync(EvaluateMethod, request, new(options.EvaluateTimeout), cancellationToken).ConfigureAwait(false);
            return answer.Result?.Payload ?? ByteString.Empty;
        }
        catch (GrpcException cause)
        {
            throw new GatewayException("evaluation", request.TransactionId, cause);
        }
    }

    public async Task<Envelope> EndorseAsync(EndorseRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await channel.CallAsync(EndorseMethod, request, new(options.EndorseTimeout), cancellationToken).ConfigureAwait(false);
            return answer.PreparedTransaction ?? throw new GrpcException(
                EndorseMethod.Path, new GrpcStatus(GrpcStatusCode.Internal, "the peer said OK without a prepared transaction"));
        }
        catch (GrpcException cause)
        {
            throw new EndorseException(request.TransactionId, cause);
        }
    }

    public async Task SubmitAsync(SubmitRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await channel.CallAsync(SubmitMethod, request, new(options.SubmitTimeout), cancellationToken).ConfigureAwait(false);
        }
        catch (GrpcException cause)
        {
            throw new SubmitException(request.TransactionId, cause);
        }
    }

    public async Task<CommitStatusResponse> CommitStatusAsync(
        string transactionId, SignedCommitStatusRequest request, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.CallAsync(CommitStatusMethod, request, new(timeout), cancellationToken).ConfigureAwait(false);
        }
        catch (GrpcException cause)
        {
            throw new CommitStatusException(transactionId, cause);
        }
    }

    public IAsyncEnumerable<ChaincodeEventsResponse> ChaincodeEventsAsync(
        SignedChaincodeEventsRequest request, CancellationToken cancellationToken) =>
        channel.StreamAsync(ChaincodeEventsMethod, request, default, cancellationToken);
}
