using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;
using VoiceMed.Assistant.Screen.Commands;

namespace VoiceMed.Assistant.Screen.Fhircast;

/// <summary>
/// Lets the hospital's system set a terminal's patient: subscribes to a FHIRcast hub (3.0.0, WebSocket channel) and carries
/// <c>Patient-open</c> and <c>Patient-close</c> to the terminal's sessions. Runs until cancelled and survives a hub that goes away.
/// </summary>
/// <param name="options">The hub and the terminal.</param>
/// <param name="screens">The open sessions.</param>
/// <param name="http">Posts the subscription.</param>
/// <param name="time">Waits between attempts.</param>
/// <param name="logger">Says what becomes of the subscription; no patient data.</param>
public sealed class FhircastSubscriber(FhircastOptions options, LiveScreens screens, HttpClient http, TimeProvider time, ILogger<FhircastSubscriber> logger)
{
    private const int MaxMessageBytes = 256 * 1024;
    private const int MaxBackoff = 16;
    private DateTimeOffset _last = DateTimeOffset.MinValue;

    /// <summary>Subscribes and listens, again and again.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var backoff = 1; !cancellation.IsCancellationRequested; backoff = Math.Min(backoff * 2, MaxBackoff))
        {
            try
            {
                using var socket = await SubscribeAsync(cancellation).ConfigureAwait(false);
                logger.LogInformation("Terminal {Terminal} is subscribed to its FHIRcast hub", options.Terminal);
                backoff = 1;
                await ListenAsync(socket, cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpRequestException or WebSocketException or JsonException or InvalidDataException or IOException)
            {
                logger.LogWarning("The FHIRcast hub of terminal {Terminal} failed: {Problem}", options.Terminal, e.Message);
            }

            await Task.Delay(options.Retry * backoff, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<ClientWebSocket> SubscribeAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Hub)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["hub.channel.type"] = "websocket",
                ["hub.mode"] = "subscribe",
                ["hub.topic"] = options.Topic,
                ["hub.events"] = "Patient-open,Patient-close",
                ["hub.lease_seconds"] = ((int)options.Lease.TotalSeconds).ToString(),
                ["subscriber.name"] = $"VoiceMed {options.Terminal}",
            }),
        };
        if (options.AccessToken is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.AccessToken);
        }

        using var response = await http.SendAsync(request, cancellation).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
        if (!body.RootElement.TryGetProperty("hub.channel.endpoint", out var endpoint) || !Uri.TryCreate(endpoint.GetString(), UriKind.Absolute, out var address))
        {
            throw new InvalidDataException("it gave no WebSocket address");
        }

        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(address, cancellation).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task ListenAsync(ClientWebSocket socket, CancellationToken cancellation)
    {
        var buffer = new byte[MaxMessageBytes];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                if (length == buffer.Length)
                {
                    throw new InvalidDataException($"a message is larger than {MaxMessageBytes} bytes");
                }

                part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation).ConfigureAwait(false);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (FhircastReader.Read(buffer.AsMemory(0, length)) is { } happened)
            {
                var status = await CarryAsync(happened, cancellation).ConfigureAwait(false);
                var answer = JsonSerializer.SerializeToUtf8Bytes(new { id = happened.Id, status });
                await socket.SendAsync(answer, WebSocketMessageType.Text, endOfMessage: true, cancellation).ConfigureAwait(false);
            }
        }
    }

    // The identifiers take the wristband's way: both must agree with the ledger, under the same policy and audit.
    private async ValueTask<int> CarryAsync(FhircastEvent happened, CancellationToken cancellation)
    {
        if (happened.Topic != options.Topic || happened.Time < _last)
        {
            return StatusCodes.Status409Conflict;
        }

        ScreenCommand? command = happened switch
        {
            { Name: "Patient-open", Patient: not null, BirthDate: not null } => new WristbandCommand($"voicemed:patient:{happened.Patient}:{happened.BirthDate}"),
            { Name: "Patient-close" } => new EndSessionCommand(),
            _ => null,
        };
        if (command is null)
        {
            return StatusCodes.Status400BadRequest;
        }

        _last = happened.Time;
        var taken = await screens.SendAsync(options.Terminal, command, cancellation).ConfigureAwait(false);
        logger.LogInformation("FHIRcast {Event} reached {Count} session(s) of terminal {Terminal}", happened.Name, taken, options.Terminal);
        return taken > 0 ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
    }
}
