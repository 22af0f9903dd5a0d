namespace VoiceMed.LedgerClient.Grpc;

/// <summary>A gRPC call that did not end with <see cref="GrpcStatusCode.Ok"/>.</summary>
public sealed class GrpcException : Exception
{
    /// <summary>Makes the exception of one failed call.</summary>
    /// <param name="method">Path of the method, such as <c>/gateway.Gateway/Evaluate</c>.</param>
    /// <param name="status">How the call ended.</param>
    /// <param name="notProcessed">See <see cref="NotProcessed"/>.</param>
    /// <param name="inner">The transport's own exception, when there is one.</param>
    public GrpcException(string method, GrpcStatus status, bool notProcessed = false, Exception? inner = null)
        : base($"{method}: {Name(status)}", inner)
    {
        Method = method;
        Status = status;
        NotProcessed = notProcessed;
    }

    /// <summary>Path of the method that was called.</summary>
    public string Method { get; }

    /// <summary>How the call ended.</summary>
    public GrpcStatus Status { get; }

    /// <summary>
    /// True when it is certain that the peer's application never saw the call (no connection, or the stream was refused), so that
    /// repeating it cannot have the effect twice, whatever the method does.
    /// </summary>
    public bool NotProcessed { get; }

    private static string Name(GrpcStatus status) =>
        status.Message.Length == 0 ? $"{status.Code} ({(int)status.Code})" : $"{status.Code} ({(int)status.Code}): {status.Message}";
}
