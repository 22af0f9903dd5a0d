using Google.Protobuf;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>One remote method: where it is and what it answers with. Immutable and thread-safe.</summary>
/// <typeparam name="TRequest">The request message.</typeparam>
/// <typeparam name="TResponse">The response message.</typeparam>
public sealed class GrpcMethod<TRequest, TResponse>
    where TRequest : IMessage<TRequest>
    where TResponse : class, IMessage<TResponse>
{
    /// <summary>Describes a method.</summary>
    /// <param name="path">The HTTP path, <c>/package.Service/Method</c>.</param>
    /// <param name="parser">Parser of the response message.</param>
    /// <exception cref="ArgumentException">The path does not have the form <c>/service/method</c>.</exception>
    public GrpcMethod(string path, MessageParser<TResponse> parser)
    {
        ArgumentNullException.ThrowIfNull(parser);
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path[0] != '/' || path.IndexOf('/', 1) <= 1 || path[^1] == '/')
            throw new ArgumentException($"a gRPC path has the form /package.Service/Method, not \"{path}\"", nameof(path));
        Path = path;
        Parser = parser;
    }

    /// <summary>The HTTP path, <c>/package.Service/Method</c>.</summary>
    public string Path { get; }

    /// <summary>Parser of the response message.</summary>
    public MessageParser<TResponse> Parser { get; }
}
