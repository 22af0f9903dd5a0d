using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using VoiceMed.Assistant.Screen.Commands;
using VoiceMed.Assistant.Screen.Fhircast;
using VoiceMed.EndToEnd.Tests.Harness;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Transport;

/// <summary>The hospital's system opens and closes a patient through a hub that speaks FHIRcast over real sockets.</summary>
public class FhircastTests
{
    private const string Topic = "7544fe65-ea26-44b5-835d-14287e46390b";

    [Fact]
    public async Task PatientOpenAndClose_FromTheHub_ReachTheTerminal()
    {
        await using var server = await ScreenServer.StartAsync();
        var (screen, _) = await ScreenClient.OpenAsync(server);
        var session = await server.Sessions.NextAsync();
        await using var hub = await ScriptedHub.StartAsync();
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient();
        var running = Subscriber(hub, server, http).RunAsync(stop.Token);

        Assert.Equal(200, await hub.SendAsync("e1", "2026-11-22T08:00:00Z", "Patient-open", "p-1001", "1956-03-12"));
        Assert.Equal("voicemed:patient:p-1001:1956-03-12", (await session.NextAsync<WristbandCommand>()).Code);
        Assert.Equal(409, await hub.SendAsync("e0", "2026-11-22T07:59:00Z", "Patient-open", "p-9", "1990-01-01"));
        Assert.Equal(200, await hub.SendAsync("e2", "2026-11-22T08:10:00Z", "Patient-close", "p-1001", "1956-03-12"));
        await session.NextAsync<EndSessionCommand>();

        Assert.Equal("Patient-open,Patient-close", hub.Subscription["hub.events"]);
        Assert.Equal("websocket", hub.Subscription["hub.channel.type"]);
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await screen.DisposeAsync();
    }

    [Fact]
    public async Task Hub_GoesAway_IsSubscribedToAgain()
    {
        await using var server = await ScreenServer.StartAsync();
        var (screen, _) = await ScreenClient.OpenAsync(server);
        var session = await server.Sessions.NextAsync();
        await using var hub = await ScriptedHub.StartAsync();
        using var stop = new CancellationTokenSource();
        using var http = new HttpClient();
        var running = Subscriber(hub, server, http).RunAsync(stop.Token);
        await hub.SendAsync("e1", "2026-11-22T08:00:00Z", "Patient-open", "p-1", "1956-03-12");
        await session.NextAsync<WristbandCommand>();

        hub.Cut();

        await hub.SendAsync("e2", "2026-11-22T08:01:00Z", "Patient-open", "p-2", "1948-07-02");
        Assert.Equal("voicemed:patient:p-2:1948-07-02", (await session.NextAsync<WristbandCommand>()).Code);
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(5)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await screen.DisposeAsync();
    }

    [Theory]
    [InlineData("{\"event\":1}")]
    [InlineData("{\"event\":{}}")]
    [InlineData("{\"id\":\"e\",\"timestamp\":\"soon\",\"event\":{\"hub.topic\":\"t\",\"hub.event\":\"Patient-open\"}}")]
    public void Reader_EventWithoutItsParts_Throws(string message) =>
        Assert.Throws<JsonException>(() => FhircastReader.Read(Encoding.UTF8.GetBytes(message)));

    [Fact]
    public void Reader_AnyBytes_ReadsOrThrowsJson() => Prop.ForAll<byte[]>(bytes =>
    {
        try
        {
            FhircastReader.Read(bytes);
        }
        catch (JsonException)
        {
        }
    }).QuickCheckThrowOnFailure();

    private static FhircastSubscriber Subscriber(ScriptedHub hub, ScreenServer server, HttpClient http) => new(
        new FhircastOptions { Terminal = "ward-3-bed-2", Hub = hub.Address, Topic = Topic, Retry = TimeSpan.FromMilliseconds(50) },
        server.Screens, http, TimeProvider.System, NullLogger<FhircastSubscriber>.Instance);

    private sealed class ScriptedHub : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private TaskCompletionSource<WebSocket> _subscriber = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private ScriptedHub(WebApplication app) => _app = app;

        public Uri Address => new(new Uri(_app.Urls.First()), "hub");

        public Dictionary<string, string> Subscription { get; private set; } = [];

        public static async Task<ScriptedHub> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var hub = new ScriptedHub(app);
            app.UseWebSockets();
            app.MapPost("/hub", async (HttpRequest request) =>
            {
                hub.Subscription = (await request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
                return Results.Json(new Dictionary<string, string> { ["hub.channel.endpoint"] = $"ws://{request.Host}/events" }, statusCode: 202);
            });
            app.Map("/events", async (HttpContext context) =>
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                await socket.SendAsync(Encoding.UTF8.GetBytes("""{"hub.mode":"subscribe","hub.lease_seconds":7200}"""), WebSocketMessageType.Text, true, default);
                hub._subscriber.TrySetResult(socket);
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            });
            await app.StartAsync();
            return hub;
        }

        public async Task<int> SendAsync(string id, string time, string name, string patient, string birthDate)
        {
            var socket = await _subscriber.Task.WaitAsync(TimeSpan.FromSeconds(10));
            var message = $$"""
                {"timestamp":"{{time}}","id":"{{id}}","event":{"hub.topic":"{{Topic}}","hub.event":"{{name}}","context":[
                {"key":"patient","resource":{"resourceType":"Patient","id":"{{patient}}","birthDate":"{{birthDate}}"} }]} }
                """;
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, default);
            var buffer = new byte[1000];
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            var answer = await socket.ReceiveAsync(buffer, timeout.Token);
            return JsonDocument.Parse(buffer.AsMemory(0, answer.Count)).RootElement.GetProperty("status").GetInt32();
        }

        public void Cut()
        {
            var former = _subscriber;
            _subscriber = new TaskCompletionSource<WebSocket>(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = former.Task.ContinueWith(socket => socket.GetAwaiter().GetResult().Abort(), TaskScheduler.Default);
        }

        public async ValueTask DisposeAsync()
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            await _app.StopAsync(timeout.Token);
            await _app.DisposeAsync();
        }
    }
}
