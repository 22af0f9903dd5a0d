using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Assistant.Screen;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Assistant.Screen.Transport;
using VoiceMed.EndToEnd.Tests.Harness;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Transport;

/// <summary>Whoever breaks the protocol is refused and logged, and nobody else notices.</summary>
public class HostileClientTests
{
    [Theory]
    [InlineData("wrong")]
    [InlineData("")]
    [InlineData("token-of-the-bed-3-3")]
    public async Task Hello_UnknownToken_IsRefusedAndLogged(string token)
    {
        await using var server = await ScreenServer.StartAsync(new ScreenOptions());
        await using var client = await ScreenClient.ConnectAsync(server.Socket);

        await client.SendAsync(new { protocol = 1, token });

        Assert.Equal(ScreenCloseCode.TokenRefused, await client.CloseCodeAsync());
        Assert.Contains(server.Log.Lines, line => line.Contains("4401", StringComparison.Ordinal));
        if (token.Length > 0)
        {
            Assert.DoesNotContain(server.Log.Lines, line => line.Contains(token, StringComparison.Ordinal) && token != "wrong");
        }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task Connect_ForeignOrigin_IsForbidden(string origin)
    {
        await using var server = await ScreenServer.StartAsync();

        await Assert.ThrowsAsync<WebSocketException>(() => ScreenClient.ConnectAsync(server.Socket, origin));

        Assert.Contains(server.Log.Lines, line => line.Contains("origin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_PageWhoseNameWasPointedAtThisMachine_IsForbidden()
    {
        await using var server = await ScreenServer.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(server.Socket) { Scheme = "http" }.Uri);
        request.Headers.Host = $"evil.example:{server.Address.Port}";
        request.Headers.TryAddWithoutValidation("Origin", $"http://evil.example:{server.Address.Port}");
        request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Version", "13");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Protocol", "voicemed.v1");

        using var response = await http.SendAsync(request);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Hello_NeverSent_IsClosedInTime()
    {
        await using var server = await ScreenServer.StartAsync(new ScreenOptions { HelloTimeout = TimeSpan.FromMilliseconds(200) });
        await using var client = await ScreenClient.ConnectAsync(server.Socket);

        Assert.Equal(ScreenCloseCode.TooSlow, await client.CloseCodeAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("{\"protocol\":2}")]
    [InlineData("{\"protocol\":1,\"token\":null}")]
    [InlineData("{\"protocol\":1,\"language\":\"de\"}")]
    [InlineData("\u0000")]
    public async Task Hello_Malformed_IsRefused(string message)
    {
        await using var server = await ScreenServer.StartAsync();
        await using var client = await ScreenClient.ConnectAsync(server.Socket);

        await client.SendTextAsync(message);

        Assert.Equal(ScreenCloseCode.Malformed, await client.CloseCodeAsync());
    }

    [Theory]
    [InlineData("{\"command\":\"format\"}")]
    [InlineData("{\"command\":\"query\"}")]
    [InlineData("{\"command\":\"query\",\"text\":\"\"}")]
    [InlineData("{\"command\":\"pin\",\"pin\":\"12a4\"}")]
    [InlineData("{\"command\":\"select\",\"card\":\"c\",\"index\":0}")]
    [InlineData("{\"command\":\"settings\",\"volume\":101}")]
    [InlineData("{\"command\":\"resume\",\"lastEventId\":7}")]
    [InlineData("{\"text\":\"no command\"}")]
    public async Task Command_OutOfRange_IsRefused(string message)
    {
        await using var server = await ScreenServer.StartAsync();
        var (client, _) = await ScreenClient.OpenAsync(server);

        await client.SendTextAsync(message);

        Assert.Equal(ScreenCloseCode.Malformed, await client.CloseCodeAsync());
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Messages_TooLarge_AreRefused()
    {
        await using var server = await ScreenServer.StartAsync();
        var (texting, _) = await ScreenClient.OpenAsync(server);
        var (sounding, _) = await ScreenClient.OpenAsync(server);

        await texting.SendTextAsync(new string('x', 5000));
        await sounding.SendBytesAsync(new byte[64_000]);

        Assert.Equal(ScreenCloseCode.TooLarge, await texting.CloseCodeAsync());
        Assert.Equal(ScreenCloseCode.TooLarge, await sounding.CloseCodeAsync());
        await texting.DisposeAsync();
        await sounding.DisposeAsync();
    }

    [Theory]
    [InlineData(new byte[] { 9, 0, 0, 0, 0, 1, 1 })]
    [InlineData(new byte[] { 1, 0, 0 })]
    [InlineData(new byte[] { 1, 0, 0, 0, 0, 1 })]
    public async Task Sound_Malformed_IsRefused(byte[] frame)
    {
        await using var server = await ScreenServer.StartAsync();
        var (client, _) = await ScreenClient.OpenAsync(server);

        await client.SendBytesAsync(frame);

        Assert.Equal(ScreenCloseCode.Malformed, await client.CloseCodeAsync());
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Flood_OfSoundAndCommands_IsCutOffAndNeighbourIsNot()
    {
        await using var server = await ScreenServer.StartAsync();
        var (neighbour, _) = await ScreenClient.OpenAsync(server);
        var session = await server.Sessions.NextAsync();
        var (shouting, _) = await ScreenClient.OpenAsync(server);
        var (typing, _) = await ScreenClient.OpenAsync(server);

        var shouted = FloodAsync(() => shouting.SendAudioAsync(3200));
        var typed = FloodAsync(() => typing.SendAsync(new { command = "stopSpeaking" }));
        await Task.WhenAll(shouted, typed);

        Assert.Equal(ScreenCloseCode.Flood, await shouting.CloseCodeAsync());
        Assert.Equal(ScreenCloseCode.Flood, await typing.CloseCodeAsync());
        Assert.Contains(server.Log.Lines, line => line.Contains("4429", StringComparison.Ordinal));
        session.Say(new HintsEvent(["still here"]));
        Assert.Equal("still here", (await neighbour.EventAsync("hints")).GetProperty("phrases")[0].GetString());
        await neighbour.DisposeAsync();
        await shouting.DisposeAsync();
        await typing.DisposeAsync();
    }

    [Fact]
    public async Task Socket_HalfOpen_IsDroppedAfterUnansweredPing()
    {
        await using var server = await ScreenServer.StartAsync(new ScreenOptions
        {
            PingInterval = TimeSpan.FromMilliseconds(200),
            PingTimeout = TimeSpan.FromMilliseconds(300),
        });
        using var dead = await OpenDeadSocketAsync(server);
        await Eventually.HoldsAsync(() => server.Screens.Snapshot() is [{ Connected: true }], "the session is open");

        await Eventually.HoldsAsync(() => server.Screens.Snapshot() is [{ Connected: false }], "the half-open connection is dropped");
    }

    [Fact]
    public async Task Terminal_ManyScreens_StopsAtTheLimit()
    {
        await using var server = await ScreenServer.StartAsync(new ScreenOptions { MaxScreensPerTerminal = 2 });
        var (first, _) = await ScreenClient.OpenAsync(server);
        var (second, _) = await ScreenClient.OpenAsync(server);
        await using var third = await ScreenClient.ConnectAsync(server.Socket);

        await third.SendAsync(new { protocol = 1, token = ScreenServer.Token });

        Assert.Equal(ScreenCloseCode.Full, await third.CloseCodeAsync());
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    [Fact]
    public void Reader_AnyBytes_EitherReadsOrRefuses()
    {
        Prop.ForAll<byte[]>(bytes =>
        {
            Refuses(() => ScreenMessageReader.ReadCommand(bytes));
            Refuses(() => ScreenMessageReader.ReadHello(bytes));
            Refuses(() => ScreenMessageReader.ReadAudioHeader(bytes, out _));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Reader_DamagedCommand_EitherReadsOrRefuses()
    {
        const string Whole = """{"command":"settings","language":"ru","private":true,"volume":55}""";
        Prop.ForAll<int, byte>((at, value) =>
        {
            var bytes = Encoding.UTF8.GetBytes(Whole);
            bytes[(int)((uint)at % bytes.Length)] = value;
            Refuses(() => ScreenMessageReader.ReadCommand(bytes));
        }).QuickCheckThrowOnFailure();
    }

    private static void Refuses(Action read)
    {
        try
        {
            read();
        }
        catch (ScreenProtocolException)
        {
        }
    }

    private static async Task FloodAsync(Func<Task> send)
    {
        try
        {
            for (var i = 0; i < 2000; i++)
            {
                await send();
            }
        }
        catch (WebSocketException)
        {
        }
    }

    // Says hello by hand and then answers nothing, like a tablet whose radio has died.
    private static async Task<TcpClient> OpenDeadSocketAsync(ScreenServer server)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /screen HTTP/1.1\r\nHost: 127.0.0.1:{server.Address.Port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" +
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: voicemed.v1\r\n\r\n"));
        var hello = Encoding.UTF8.GetBytes($$"""{"protocol":1,"token":"{{ScreenServer.Token}}"}""");
        byte[] frame = [0x81, (byte)(0x80 | hello.Length), 0, 0, 0, 0, .. hello];
        await stream.WriteAsync(frame);
        return client;
    }
}
