using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Fabric.Errors;

/// <summary>A call to a gateway peer failed. The subclasses name the step of a transaction; an evaluation fails with this class itself.</summary>
public class GatewayException : Exception
{
    private const string OverloadText = "exceeding concurrency limit";

    /// <summary>Makes the exception of a failed call.</summary>
    /// <param name="step">What was being done, for the message.</param>
    /// <param name="transactionId">The transaction, or null for a call about none.</param>
    /// <param name="cause">The failed call.</param>
    public GatewayException(string step, string? transactionId, GrpcException cause)
        : this(step, transactionId, cause, ErrorDetails.Read((cause ?? throw new ArgumentNullException(nameof(cause))).Status))
    {
    }

    private GatewayException(string step, string? transactionId, GrpcException cause, IReadOnlyList<ErrorDetail> details)
        : base(Describe(step, transactionId, cause, details), cause)
    {
        TransactionId = transactionId;
        StatusCode = cause.Status.Code;
        StatusMessage = cause.Status.Message;
        NotProcessed = cause.NotProcessed;
        Details = details;
        Response = ChaincodeResponse.Find(StatusMessage)
            ?? details.Select(detail => ChaincodeResponse.Find(detail.Message)).FirstOrDefault(response => response is not null);
        Family = Classify();
    }

    /// <summary>The transaction the call was about; null for event streams.</summary>
    public string? TransactionId { get; }

    /// <summary>The gRPC status code.</summary>
    public GrpcStatusCode StatusCode { get; }

    /// <summary>The gateway peer's own words.</summary>
    public string StatusMessage { get; }

    /// <summary>What the nodes behind the gateway said; empty when the gateway's peer itself failed.</summary>
    public IReadOnlyList<ErrorDetail> Details { get; }

    /// <summary>The chaincode's refusal, when that is what failed the call.</summary>
    public ChaincodeResponse? Response { get; }

    /// <summary>Who has to act.</summary>
    public GatewayErrorFamily Family { get; }

    /// <summary>True when it is certain that the peer never saw the call.</summary>
    public bool NotProcessed { get; }

    /// <summary>
    /// True when repeating the same evaluate or endorse call may help. Never a licence to repeat a submit: see
    /// <see cref="Contract.SubmitWithRetryAsync"/>.
    /// </summary>
    public bool IsTransient => Family is GatewayErrorFamily.Unavailable or GatewayErrorFamily.Overloaded or GatewayErrorFamily.TimedOut;

    private GatewayErrorFamily Classify()
    {
        // An overloaded peer answers UNKNOWN, as a chaincode's refusal does; only the words tell them apart.
        if (Response is not null) return GatewayErrorFamily.ChaincodeRefused;
        if (Words().Any(words => words.Contains(OverloadText, StringComparison.Ordinal))) return GatewayErrorFamily.Overloaded;
        return StatusCode switch
        {
            GrpcStatusCode.PermissionDenied or GrpcStatusCode.Unauthenticated => GatewayErrorFamily.Denied,
            GrpcStatusCode.FailedPrecondition when SaysAccessDenied() => GatewayErrorFamily.Denied,
            GrpcStatusCode.Aborted when SaysAccessDenied() => GatewayErrorFamily.Denied,
            // An unknown channel looks like an outage to the peer, but no waiting mends it.
            GrpcStatusCode.Unavailable when StatusMessage.Contains("failed to get config for channel", StringComparison.Ordinal) =>
                GatewayErrorFamily.Misconfigured,
            GrpcStatusCode.InvalidArgument or GrpcStatusCode.FailedPrecondition or GrpcStatusCode.NotFound
                or GrpcStatusCode.Unimplemented or GrpcStatusCode.OutOfRange or GrpcStatusCode.AlreadyExists => GatewayErrorFamily.Misconfigured,
            GrpcStatusCode.Aborted => GatewayErrorFamily.EndorsementFailed,
            GrpcStatusCode.ResourceExhausted => GatewayErrorFamily.Overloaded,
            GrpcStatusCode.Unavailable or GrpcStatusCode.Cancelled => GatewayErrorFamily.Unavailable,
            GrpcStatusCode.DeadlineExceeded => GatewayErrorFamily.TimedOut,
            _ => GatewayErrorFamily.Malformed,
        };
    }

    private IEnumerable<string> Words() => Details.Select(detail => detail.Message).Append(StatusMessage);

    private bool SaysAccessDenied() => Words().Any(text =>
        text.Contains("access denied", StringComparison.OrdinalIgnoreCase) || text.Contains("creator", StringComparison.OrdinalIgnoreCase));

    private static string Describe(string step, string? transactionId, GrpcException cause, IReadOnlyList<ErrorDetail> details)
    {
        var about = transactionId is null ? "" : $" of transaction {transactionId}";
        var words = string.Concat(details.Select(detail => $"; {detail.MspId} at {detail.Address}: {detail.Message}"));
        return $"{step}{about} failed with {cause.Status.Code} ({(int)cause.Status.Code}): {cause.Status.Message}{words}";
    }
}
