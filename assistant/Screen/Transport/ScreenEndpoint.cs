using System.Net;
using VoiceMed.Assistant.Screen.Terminals;

namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>The HTTP end of the screens' WebSocket: who may knock, and how many at once. Thread-safe.</summary>
internal sealed class ScreenEndpoint(
    LiveScreens screens, ITerminalDirectory terminals, ScreenOptions options, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<ScreenEndpoint> logger)
{
    /// <summary>The name a client offers as the WebSocket subprotocol.</summary>
    public const string Subprotocol = "voicemed.v1";

    private int _pending;

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, $"This is a WebSocket of the subprotocol {Subprotocol}.").ConfigureAwait(false);
            return;
        }

        if (!IsOriginAllowed(context.Request))
        {
            logger.LogWarning("A page of origin {Origin} was refused", context.Request.Headers.Origin.ToString());
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "Pages of this origin may not connect.").ConfigureAwait(false);
            return;
        }

        var pending = Interlocked.Increment(ref _pending);
        var known = false;
        void Settle()
        {
            if (!known)
            {
                known = true;
                Interlocked.Decrement(ref _pending);
            }
        }

        try
        {
            if (pending > options.MaxPendingConnections)
            {
                logger.LogWarning("Too many connections have not said who they are");
                await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "Too many screens are connecting; try again.").ConfigureAwait(false);
                return;
            }

            using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
            {
                SubProtocol = Subprotocol,
                KeepAliveInterval = options.PingInterval,
                KeepAliveTimeout = options.PingTimeout,
            }).ConfigureAwait(false);
            await new ScreenConnection(socket, IsLocal(context), screens, terminals, options, time, logger)
                .RunAsync(Settle, lifetime.ApplicationStopping).ConfigureAwait(false);
        }
        finally
        {
            Settle();
        }
    }

    // A page's origin is checked against an explicit list or this machine's own names: comparing it with the Host header alone
    // would let in a page whose name an attacker points at this machine. Clients that are no browsers send no Origin.
    private bool IsOriginAllowed(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            return true;
        }

        return options.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (IsLoopbackName(request.Host.Host) && origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && IsLoopbackName(context.Request.Host.Host);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(why);
    }
}
