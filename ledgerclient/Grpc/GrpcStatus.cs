namespace VoiceMed.LedgerClient.Grpc;

/// <summary>How a call ended: code, text and the peer's structured details. Immutable and thread-safe.</summary>
/// <param name="Code">The status code.</param>
/// <param name="Message">The peer's text, percent-decoded; empty when it sent none.</param>
/// <param name="Details">
/// The bytes of <c>grpc-status-details-bin</c>, a serialised <c>google.rpc.Status</c>; empty when the peer sent none.
/// </param>
public sealed record GrpcStatus(GrpcStatusCode Code, string Message, ReadOnlyMemory<byte> Details)
{
    /// <summary>A status without details.</summary>
    /// <param name="code">The status code.</param>
    /// <param name="message">What happened.</param>
    public GrpcStatus(GrpcStatusCode code, string message)
        : this(code, message, ReadOnlyMemory<byte>.Empty)
    {
    }
}
