using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>
/// A gRPC client for unary and server-streaming calls over one HTTP/2 connection to one peer. It connects at the first call and again after
/// a loss. Thread-safe; share one channel among all callers of a peer. Source: gRPC, doc/PROTOCOL-HTTP2.md.
/// </summary>
public sealed class GrpcChannel : IDisposable
{
    private const string UserAgent = "grpc-dotnet-voicemed/0.1";

    private readonly GrpcChannelOptions options;
    private readonly HttpMessageInvoker invoker;
    private readonly TlsValidation tls;
    private readonly string authority;
    private readonly Uri baseAddress;

    /// <summary>Makes a channel; nothing is sent yet.</summary>
    /// <param name="address"><c>https://host:port</c>, or <c>http://host:port</c> for HTTP/2 without TLS.</param>
    /// <param name="options">Limits, keep-alive and TLS; null means the defaults.</param>
    /// <exception cref="ArgumentException">The address is not an absolute http or https address without a path.</exception>
    public GrpcChannel(Uri address, GrpcChannelOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https") || address.AbsolutePath != "/")
            throw new ArgumentException($"a channel needs https://host:port or http://host:port, not \"{address}\"", nameof(address));
        Address = address;
        this.options = options ?? new GrpcChannelOptions();
        authority = address.Authority;
        var host = this.options.Tls?.HostNameOverride ?? address.Host;
        baseAddress = new UriBuilder(address) { Host = host }.Uri;
        tls = new TlsValidation(this.options.Tls, host);
        invoker = new HttpMessageInvoker(CreateHandler());
    }

    /// <summary>The address that is dialled.</summary>
    public Uri Address { get; }

    /// <summary>Makes a call with one request and one answer.</summary>
    /// <typeparam name="TRequest">The request message.</typeparam>
    /// <typeparam name="TResponse">The response message.</typeparam>
    /// <param name="method">What to call.</param>
    /// <param name="request">The message; it is serialised before this method first yields.</param>
    /// <param name="callOptions">Deadline and metadata.</param>
    /// <param name="cancellationToken">Cancels the call, at the peer too.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="GrpcException">The call ended with another status than OK, the deadline included.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, GrpcCallOptions callOptions = default, CancellationToken cancellationToken = default)
        where TRequest : IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(method);
        using var message = CreateRequest(method.Path, request, callOptions);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (callOptions.Timeout is { } timeout) limit.CancelAfter(timeout);
        try
        {
            using var response = await invoker.SendAsync(message, limit.Token).ConfigureAwait(false);
            if (GrpcStatusReader.ReadHeadersOnly(response) is { } early) throw Refusal(method.Path, early);
            var body = await response.Content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            using var reader = new GrpcFrameReader(body, options.MaxReceiveMessageBytes);
            var answer = await reader.ReadAsync(method.Parser, limit.Token).ConfigureAwait(false);
            if (answer is not null && await reader.ReadAsync(method.Parser, limit.Token).ConfigureAwait(false) is not null)
                throw new GrpcFrameException(GrpcStatusCode.Internal, "the peer sent more than one message");
            var status = GrpcStatusReader.ReadTrailers(response);
            if (status.Code != GrpcStatusCode.Ok) throw new GrpcException(method.Path, status);
            return answer ?? throw new GrpcFrameException(GrpcStatusCode.Internal, "the peer said OK without a message");
        }
        catch (Exception fault) when (fault is not GrpcException)
        {
            throw Translate(fault, method.Path, callOptions, limit.Token, cancellationToken);
        }
    }

    /// <summary>Makes a call with one request and a stream of answers. Ending the enumeration early cancels the call at the peer.</summary>
    /// <typeparam name="TRequest">The request message.</typeparam>
    /// <typeparam name="TResponse">The response message.</typeparam>
    /// <param name="method">What to call.</param>
    /// <param name="request">The message; it is serialised when the enumeration starts.</param>
    /// <param name="callOptions">Deadline of the whole stream, and metadata.</param>
    /// <param name="cancellationToken">Cancels the call, at the peer too.</param>
    /// <returns>The answers in the peer's order, none of them read before it is asked for beyond the connection's flow-control window.</returns>
    /// <exception cref="GrpcException">The stream ended with another status than OK, the deadline included.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async IAsyncEnumerable<TResponse> StreamAsync<TRequest, TResponse>(
        GrpcMethod<TRequest, TResponse> method, TRequest request, GrpcCallOptions callOptions = default,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TRequest : IMessage<TRequest>
        where TResponse : class, IMessage<TResponse>
    {
        ArgumentNullException.ThrowIfNull(method);
        using var message = CreateRequest(method.Path, request, callOptions);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (callOptions.Timeout is { } timeout) limit.CancelAfter(timeout);
        using var stream = new ResponseStream(invoker, message, options.MaxReceiveMessageBytes);
        while (true)
        {
            TResponse? answer;
            try
            {
                answer = await stream.NextAsync(method, limit.Token).ConfigureAwait(false);
            }
            catch (Exception fault) when (fault is not GrpcException)
            {
                throw Translate(fault, method.Path, callOptions, limit.Token, cancellationToken);
            }
            if (answer is null) yield break;
            yield return answer;
        }
    }

    /// <summary>Closes the connection; calls under way fail.</summary>
    public void Dispose() => invoker.Dispose();

    private static GrpcException Refusal(string path, GrpcStatus status) => new(path, status.Code == GrpcStatusCode.Ok
        ? new GrpcStatus(GrpcStatusCode.Internal, "the peer said OK without a message")
        : status);

    private GrpcException Translate(
        Exception fault, string path, GrpcCallOptions callOptions, CancellationToken limit, CancellationToken callers)
    {
        callers.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested)
        {
            var status = new GrpcStatus(GrpcStatusCode.DeadlineExceeded, $"no answer from {authority} within {callOptions.Timeout:c}");
            return new GrpcException(path, status, notProcessed: false, fault);
        }
        if (fault is GrpcFrameException frame) return new GrpcException(path, new GrpcStatus(frame.Code, frame.Message), false, fault);
        var (described, notProcessed) = GrpcTransportFault.Describe(fault, authority, tls.LastFailure);
        return new GrpcException(path, described, notProcessed, fault);
    }

    private HttpRequestMessage CreateRequest<TRequest>(string path, TRequest request, GrpcCallOptions callOptions)
        where TRequest : IMessage<TRequest>
    {
        ArgumentNullException.ThrowIfNull(request);
        if (callOptions.Timeout <= TimeSpan.Zero)
            throw new GrpcException(path, new(GrpcStatusCode.DeadlineExceeded, "the deadline had passed before the call"), notProcessed: true);
        var size = request.CalculateSize();
        if (size > options.MaxSendMessageBytes)
        {
            var tooLarge = $"the request has {size} bytes, more than the {options.MaxSendMessageBytes} a peer accepts";
            throw new GrpcException(path, new(GrpcStatusCode.ResourceExhausted, tooLarge), notProcessed: true);
        }
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri(baseAddress, path))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new GrpcRequestContent(request, size),
        };
        message.Headers.TryAddWithoutValidation("te", "trailers");
        message.Headers.TryAddWithoutValidation("user-agent", UserAgent);
        message.Headers.TryAddWithoutValidation("grpc-accept-encoding", "identity");
        if (callOptions.Timeout is { } timeout) message.Headers.TryAddWithoutValidation("grpc-timeout", GrpcTimeout.Format(timeout));
        foreach (var (name, value) in callOptions.Metadata ?? [])
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    private SocketsHttpHandler CreateHandler() => new()
    {
        // Several connections would scatter calls that belong together and cost each its own TLS handshake; a peer allows any number of streams.
        EnableMultipleHttp2Connections = false,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        KeepAlivePingDelay = options.KeepAlivePingDelay,
        KeepAlivePingTimeout = options.KeepAlivePingTimeout,
        ConnectTimeout = options.ConnectTimeout,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        SslOptions = tls.CreateSslOptions(),
        ConnectCallback = DialAsync,
    };

    // The address dialled and the name asked for may differ, which the handler itself cannot be told.
    private async ValueTask<Stream> DialAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(Address.IdnHost, Address.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
