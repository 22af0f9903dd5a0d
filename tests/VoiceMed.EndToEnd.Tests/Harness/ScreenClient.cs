using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace VoiceMed.EndToEnd.Tests.Harness;

/// <summary>A satellite written from docs/protocol.md: what anybody else would build.</summary>
public sealed class ScreenClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private uint _sequence;

    public ClientWebSocket Socket => _socket;

    public static async Task<ScreenClient> ConnectAsync(Uri address, string? origin = null)
    {
        var client = new ScreenClient();
        client._socket.Options.AddSubProtocol("voicemed.v1");
        client._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        await client._socket.ConnectAsync(address, CancellationToken.None);
        return client;
    }

    /// <summary>Connects and greets.</summary>
    public static async Task<(ScreenClient Client, JsonElement Welcome)> OpenAsync(
        ScreenServer server, string? session = null, string token = ScreenServer.Token, string? language = null)
    {
        var client = await ConnectAsync(server.Socket);
        await client.SendAsync(new { protocol = 1, token, session, language, lastEventId = 0 });
        return (client, await client.EventAsync("welcome"));
    }

    public Task SendAsync(object message) => SendTextAsync(JsonSerializer.Serialize(message));

    public Task SendTextAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    public Task SendBytesAsync(byte[] bytes) => _socket.SendAsync(bytes, WebSocketMessageType.Binary, true, CancellationToken.None);

    public Task SendAudioAsync(int samples = 640)
    {
        var frame = new byte[5 + (samples * 2)];
        frame[0] = 1;
        BitConverter.TryWriteBytes(frame.AsSpan(1), _sequence++);
        return SendBytesAsync(frame);
    }

    /// <summary>The next event of this name; others are skipped.</summary>
    public async Task<JsonElement> EventAsync(string name)
    {
        while (true)
        {
            var (type, bytes) = await ReceiveAsync();
            if (type == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException($"Closed with {_socket.CloseStatus} before '{name}'.");
            }

            if (type == WebSocketMessageType.Text && JsonDocument.Parse(bytes).RootElement is var json && json.GetProperty("event").GetString() == name)
            {
                return json;
            }
        }
    }

    /// <summary>Reads until the server closes and gives its code; 1006 for a connection that broke off.</summary>
    public async Task<int> CloseCodeAsync()
    {
        try
        {
            while ((await ReceiveAsync()).Type != WebSocketMessageType.Close)
            {
            }

            return (int)_socket.CloseStatus!;
        }
        catch (WebSocketException)
        {
            return 1006;
        }
    }

    /// <summary>The next message whatever it is.</summary>
    public async Task<(WebSocketMessageType Type, byte[] Bytes)> ReceiveAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        using var message = new MemoryStream();
        var buffer = new byte[65536];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, timeout.Token);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage || part.MessageType == WebSocketMessageType.Close)
            {
                return (part.MessageType, message.ToArray());
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
