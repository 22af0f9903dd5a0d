using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>What makes the scripted peer refuse a call with a status and, if given, one node's words.</summary>
internal sealed class PeerRefusal(GrpcStatusCode code, string message, string? detail = null) : Exception(message)
{
    public GrpcStatusCode Code { get; } = code;

    public string? Detail { get; } = detail;
}
