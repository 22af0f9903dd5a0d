using Google.Protobuf;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>One server-streaming answer: sent at the first read, cancelled at the peer when disposed before its end. One caller at a time.</summary>
internal sealed class ResponseStream(HttpMessageInvoker invoker, HttpRequestMessage request, int maxMessageBytes) : IDisposable
{
    private HttpResponseMessage? response;
    private GrpcFrameReader? reader;

    /// <summary>The next answer; null after the last one, when the peer said OK.</summary>
    /// <exception cref="GrpcException">The peer ended the stream with another status.</exception>
    public async ValueTask<TResponse?> NextAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, CancellationToken cancellationToken)
        where TRequest : IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        if (reader is null)
        {
            response = await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (GrpcStatusReader.ReadHeadersOnly(response) is { } early) return Ended<TResponse>(method.Path, early);
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            reader = new GrpcFrameReader(body, maxMessageBytes);
        }
        var answer = await reader.ReadAsync(method.Parser, cancellationToken).ConfigureAwait(false);
        return answer ?? Ended<TResponse>(method.Path, GrpcStatusReader.ReadTrailers(response!));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        reader?.Dispose();
        response?.Dispose();
    }

    private static TResponse? Ended<TResponse>(string path, GrpcStatus status)
        where TResponse : class => status.Code == GrpcStatusCode.Ok ? null : throw new GrpcException(path, status);
}
