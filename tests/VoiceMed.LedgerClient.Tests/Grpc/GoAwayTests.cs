using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Connections.Features;
using VoiceMed.LedgerClient.Grpc;
using static VoiceMed.LedgerClient.Tests.Grpc.ScriptedServer;

namespace VoiceMed.LedgerClient.Tests.Grpc;

/// <summary>A peer that shuts down says GOAWAY: the client goes on over a new connection, loses nothing and sends nothing twice.</summary>
public sealed class GoAwayTests : IDisposable
{
    private static readonly GrpcCallOptions Patience = new(TimeSpan.FromSeconds(20));

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly GrpcChannel channel;

    public GoAwayTests()
    {
        listener.Start();
        channel = new GrpcChannel(new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}"));
    }

    [Fact]
    public async Task GoAway_CallInFlightWasTaken_IsAnsweredAndTheNextGoesOverANewConnection()
    {
        var first = CallAsync("first");
        using var old = await RawHttp2Connection.AcceptAsync(listener);
        var (stream, _) = await old.ReadRequestAsync();
        await old.GoAwayAsync(stream);
        var draining = old.DrainAsync();

        // The client hears the goodbye on its own time; a call it still sends here is one the peer will not look at, and is sent anew.
        var second = CallAsync("second");
        using var fresh = await RawHttp2Connection.AcceptAsync(listener);
        var (next, text) = await fresh.ReadRequestAsync();
        await fresh.AnswerAsync(next, "answer to " + text);
        Assert.Equal("answer to second", await second);

        Assert.False(first.IsCompleted);
        await old.AnswerAsync(stream, "answer to first");
        Assert.Equal("answer to first", await first);
        await draining;
        Assert.Single(fresh.Begun);
    }

    [Fact]
    public async Task GoAway_CallInFlightWasNotTaken_IsSentOverANewConnection()
    {
        var call = CallAsync("first");
        using var old = await RawHttp2Connection.AcceptAsync(listener);
        await old.ReadRequestAsync();
        await old.GoAwayAsync(lastStream: 0);

        using var fresh = await RawHttp2Connection.AcceptAsync(listener);
        var (stream, text) = await fresh.ReadRequestAsync();
        await fresh.AnswerAsync(stream, "answer to " + text);

        Assert.Equal("answer to first", await call);
        Assert.Single(fresh.Begun);
    }

    [Fact]
    public async Task GoAway_CallInFlightWasTakenAndTheConnectionDies_IsNotSentAgain()
    {
        var call = CallAsync("first");
        using (var old = await RawHttp2Connection.AcceptAsync(listener))
        {
            var (stream, _) = await old.ReadRequestAsync();
            await old.GoAwayAsync(stream);
        }

        // The peer may have carried it out: whether it may be sent again is for the retry law to say, not for the transport.
        var fault = await Assert.ThrowsAsync<GrpcException>(() => call);
        Assert.Equal((GrpcStatusCode.Unavailable, false), (fault.Status.Code, fault.NotProcessed));
        Assert.False(listener.Pending());

        var next = CallAsync("second");
        using var fresh = await RawHttp2Connection.AcceptAsync(listener);
        var (id, text) = await fresh.ReadRequestAsync();
        await fresh.AnswerAsync(id, "answer to " + text);
        Assert.Equal("answer to second", await next);
    }

    [Fact]
    public async Task GoAway_BetweenCalls_TheNextGoesOverANewConnection()
    {
        var first = CallAsync("first");
        using var old = await RawHttp2Connection.AcceptAsync(listener);
        var (stream, text) = await old.ReadRequestAsync();
        await old.AnswerAsync(stream, "answer to " + text);
        Assert.Equal("answer to first", await first);
        await old.GoAwayAsync(stream);
        await old.DrainAsync(); // the client hangs up: nothing is left to wait for

        var second = CallAsync("second");
        using var fresh = await RawHttp2Connection.AcceptAsync(listener);
        (stream, text) = await fresh.ReadRequestAsync();
        await fresh.AnswerAsync(stream, "answer to " + text);
        Assert.Equal("answer to second", await second);
        Assert.Single(old.Begun);
    }

    [Fact]
    public async Task GoAway_FromAPeerThatShutsDownAfterEachCall_LosesNothingAndSendsNothingTwice()
    {
        var heard = new ConcurrentQueue<string>();
        var connections = new ConcurrentDictionary<string, bool>();
        await using var server = await StartAsync(async context =>
        {
            connections[context.Connection.Id] = true;
            var request = StringValue.Parser.ParseFrom(await ReadRequestAsync(context)).Value;
            heard.Enqueue(request);
            context.Features.Get<IConnectionLifetimeNotificationFeature>()!.RequestClose();
            await SendAsync(context, Frame("answer to " + request));
            Finish(context);
        });
        using var own = new GrpcChannel(server.Address);

        var asked = Enumerable.Range(0, 100).Select(static i => $"n{i}").ToArray();
        foreach (var few in asked.Chunk(5))
        {
            var answers = await Task.WhenAll(few.Select(async one => (await own.CallAsync(Say, new StringValue { Value = one }, Patience)).Value));
            Assert.Equal(few.Select(static one => "answer to " + one), answers);
        }

        Assert.Equal(asked.Order(StringComparer.Ordinal), heard.Order(StringComparer.Ordinal));
        Assert.InRange(connections.Count, 2, asked.Length);
    }

    [Fact]
    public async Task GoAway_StreamInFlight_IsHeardToItsEnd()
    {
        await using var server = await StartAsync(async context =>
        {
            await SendAsync(context, Frame("first"));
            context.Features.Get<IConnectionLifetimeNotificationFeature>()!.RequestClose();
            await SendAsync(context, Frame("second"));
            Finish(context);
        });
        using var own = new GrpcChannel(server.Address);

        var heard = new List<string>();
        await foreach (var answer in own.StreamAsync(Say, new StringValue(), Patience)) heard.Add(answer.Value);

        Assert.Equal(["first", "second"], heard);
    }

    public void Dispose()
    {
        channel.Dispose();
        listener.Dispose();
    }

    private async Task<string> CallAsync(string text) => (await channel.CallAsync(Say, new StringValue { Value = text }, Patience)).Value;
}
