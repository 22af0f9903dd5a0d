using System.Net.Sockets;
using System.Security.Authentication;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>
/// Turns what the HTTP transport throws into a gRPC status. Source: gRPC, doc/PROTOCOL-HTTP2.md, "Errors"; RFC 9113, section 7.
/// </summary>
internal static class GrpcTransportFault
{
    /// <summary>Describes a transport fault.</summary>
    /// <param name="fault">What the transport threw.</param>
    /// <param name="authority">Host and port of the peer, for the message.</param>
    /// <param name="tlsFailure">Why the TLS handshake was refused, when it was.</param>
    /// <returns>The status, and whether the peer certainly never processed the call.</returns>
    public static (GrpcStatus Status, bool NotProcessed) Describe(Exception fault, string authority, string? tlsFailure)
    {
        if (Find<HttpProtocolException>(fault) is { } reset) return FromReset(reset);
        if (fault is HttpRequestException request)
        {
            switch (request.HttpRequestError)
            {
                case HttpRequestError.SecureConnectionError:
                    var reason = tlsFailure ?? Find<AuthenticationException>(fault)?.Message ?? Find<IOException>(fault)?.Message ?? fault.Message;
                    return (new(GrpcStatusCode.Unavailable, $"no TLS connection to {authority}: {reason}"), true);
                case HttpRequestError.NameResolutionError:
                    return (new(GrpcStatusCode.Unavailable, $"the name of {authority} cannot be resolved"), true);
                case HttpRequestError.ConnectionError:
                    var socket = Find<SocketException>(fault);
                    return (new(GrpcStatusCode.Unavailable, $"no connection to {authority}: {socket?.SocketErrorCode.ToString() ?? fault.Message}"), true);
                case HttpRequestError.VersionNegotiationError:
                    return (new(GrpcStatusCode.Unavailable, $"{authority} does not speak HTTP/2"), true);
                case HttpRequestError.ConfigurationLimitExceeded:
                    return (new(GrpcStatusCode.ResourceExhausted, $"the headers {authority} sent are too large"), false);
                default:
                    break;
            }
        }

        // Whatever else ends a request without an answer, a connection that the peer drops in mid-handshake among it, is the connection's fault.
        return fault is HttpRequestException || Find<IOException>(fault) is not null || Find<SocketException>(fault) is not null
            ? (new(GrpcStatusCode.Unavailable, $"the connection to {authority} broke: {Innermost(fault).Message}"), false)
            : (new(GrpcStatusCode.Internal, $"the call to {authority} failed: {fault.Message}"), false);
    }

    private static (GrpcStatus Status, bool NotProcessed) FromReset(HttpProtocolException reset) => reset.ErrorCode switch
    {
        // After a GOAWAY without an error the connection ended under the call, as at a peer's restart. The table's INTERNAL is for a stream that
        // is reset with this code, which no gRPC server does; .NET does not tell the two apart.
        0x0 => (new(GrpcStatusCode.Unavailable, "the peer shut down before it had answered (NO_ERROR)"), false),
        0x7 => (new(GrpcStatusCode.Unavailable, "the peer refused the stream (REFUSED_STREAM)"), true),
        0x8 => (new(GrpcStatusCode.Cancelled, "the peer cancelled the call (CANCEL)"), false),
        0xb => (new(GrpcStatusCode.ResourceExhausted, "the peer asks for fewer calls (ENHANCE_YOUR_CALM)"), false),
        0xc => (new(GrpcStatusCode.PermissionDenied, "the peer finds the TLS parameters too weak (INADEQUATE_SECURITY)"), false),
        0xd => (new(GrpcStatusCode.Unavailable, "the peer does not speak HTTP/2 (HTTP_1_1_REQUIRED)"), true),
        var code => (new(GrpcStatusCode.Internal, $"the peer reset the stream with HTTP/2 error {code}"), false),
    };

    private static T? Find<T>(Exception? fault)
        where T : Exception
    {
        for (; fault is not null; fault = fault.InnerException)
            if (fault is T found) return found;
        return null;
    }

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;
}
