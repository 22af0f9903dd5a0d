namespace VoiceMed.LedgerClient.Grpc;

/// <summary>A response body that is no sequence of frames; the call turns it into a <see cref="GrpcException"/> of that code.</summary>
internal sealed class GrpcFrameException(GrpcStatusCode code, string message, Exception? inner = null) : Exception(message, inner)
{
    public GrpcStatusCode Code { get; } = code;
}
