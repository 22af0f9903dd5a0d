using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VoiceMed.LedgerClient.Grpc;
using static VoiceMed.LedgerClient.Tests.Grpc.ScriptedServer;

namespace VoiceMed.LedgerClient.Tests.Grpc;

public class TransportFaultTests
{
    [Theory]
    [InlineData(0x1, GrpcStatusCode.Internal, false)]
    [InlineData(0x2, GrpcStatusCode.Internal, false)]
    [InlineData(0x7, GrpcStatusCode.Unavailable, true)]
    [InlineData(0x8, GrpcStatusCode.Cancelled, false)]
    [InlineData(0xb, GrpcStatusCode.ResourceExhausted, false)]
    [InlineData(0xc, GrpcStatusCode.PermissionDenied, false)]
    public async Task Call_StreamReset_IsMappedByItsErrorCode(int reset, GrpcStatusCode expected, bool notProcessed)
    {
        var fault = await UnaryCallTests.FailAsync(context =>
        {
            context.Features.Get<IHttpResetFeature>()!.Reset(reset);
            return Task.CompletedTask;
        });
        Assert.Equal((expected, notProcessed), (fault.Status.Code, fault.NotProcessed));
    }

    [Fact]
    public async Task Call_StreamResetInsideTheMessage_IsMappedToo()
    {
        var fault = await UnaryCallTests.FailAsync(async context =>
        {
            await SendAsync(context, Frame("cut off")[..7]);
            context.Features.Get<IHttpResetFeature>()!.Reset(0x8);
        });
        Assert.Equal(GrpcStatusCode.Cancelled, fault.Status.Code);
    }

    [Fact]
    public async Task Call_NobodyListens_IsUnavailableAndNotProcessed()
    {
        var fault = await CallAsync(new Uri($"http://localhost:{FreePort()}"));
        Assert.Equal((GrpcStatusCode.Unavailable, true), (fault.Status.Code, fault.NotProcessed));
        Assert.Contains("ConnectionRefused", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_UnknownHost_IsUnavailableAndNamesIt()
    {
        var fault = await CallAsync(new Uri("http://no-such-hospital.invalid:7051"));
        Assert.Equal((GrpcStatusCode.Unavailable, true), (fault.Status.Code, fault.NotProcessed));
        Assert.Contains("no-such-hospital.invalid", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_PeerSpeaksOnlyHttp1_IsUnavailable()
    {
        await using var server = await StartAsync(_ => Task.CompletedTask, protocols: HttpProtocols.Http1);
        var fault = await CallAsync(server.Address);
        Assert.Equal(GrpcStatusCode.Unavailable, fault.Status.Code);
    }

    [Fact]
    public async Task Call_ConnectionDiesInTheMiddle_IsUnavailableAndMayHaveBeenProcessed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var dying = Task.Run(async () =>
        {
            using var connection = await listener.AcceptSocketAsync();
            byte[] settings = [0, 0, 0, 4, 0, 0, 0, 0, 0];
            await connection.SendAsync(settings);
            var heard = 0;
            while (heard < 150) heard += await connection.ReceiveAsync(new byte[4096]); // preface, settings, headers, body
            connection.Close(0);
        });
        var fault = await CallAsync(new Uri($"http://localhost:{port}"));
        await dying;
        Assert.Equal((GrpcStatusCode.Unavailable, false), (fault.Status.Code, fault.NotProcessed));
    }

    [Fact]
    public async Task Call_PeerTalksNonsense_EndsWithAnError()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var talking = Task.Run(async () =>
        {
            using var connection = await listener.AcceptSocketAsync();
            await connection.SendAsync(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
            connection.Shutdown(SocketShutdown.Send);
            while (await connection.ReceiveAsync(new byte[4096]) > 0) { }
        });
        var fault = await CallAsync(new Uri($"http://localhost:{port}"));
        Assert.Contains(fault.Status.Code, new[] { GrpcStatusCode.Internal, GrpcStatusCode.Unavailable });
        await talking;
    }

    [Fact]
    public async Task Call_HeadersWithoutEnd_AreRefused()
    {
        var fault = await UnaryCallTests.FailAsync(context =>
        {
            Refuse(context, GrpcStatusCode.Aborted);
            for (var i = 0; i < 200; i++) context.Response.Headers[$"flood-{i}"] = new string('x', 1000);
            return Task.CompletedTask;
        });
        Assert.NotEqual(GrpcStatusCode.Ok, fault.Status.Code);
    }

    [Fact]
    public async Task Call_PeerRestarted_ConnectsAgain()
    {
        Task Answer(Microsoft.AspNetCore.Http.HttpContext context)
        {
            Finish(context);
            return SendAsync(context, Frame("ok"));
        }
        var first = await StartAsync(Answer);
        using var channel = new GrpcChannel(first.Address);
        await channel.CallAsync(Say, new StringValue());
        await first.DisposeAsync();
        await Assert.ThrowsAsync<GrpcException>(() => channel.CallAsync(Say, new StringValue()));
        await using var second = await StartAsync(Answer, port: first.Address.Port);
        Assert.Equal("ok", (await channel.CallAsync(Say, new StringValue())).Value);
    }

    [Fact]
    public async Task Call_HundredAtOnce_ShareOneConnection()
    {
        var connections = new HashSet<string>();
        var gate = new TaskCompletionSource();
        var waiting = 0;
        await using var server = await StartAsync(async context =>
        {
            lock (connections) connections.Add(context.Connection.Id);
            if (Interlocked.Increment(ref waiting) == 100) gate.SetResult();
            await gate.Task;
            var request = StringValue.Parser.ParseFrom(await ReadRequestAsync(context));
            await SendAsync(context, Frame(request.Value));
            Finish(context);
        });
        using var channel = new GrpcChannel(server.Address);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100)
            .Select(i => channel.CallAsync(Say, new StringValue { Value = $"n{i}" }, new(TimeSpan.FromSeconds(30)))));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"n{i}"), answers.Select(answer => answer.Value));
        Assert.Single(connections);
    }

    private static async Task<GrpcException> CallAsync(Uri address)
    {
        using var channel = new GrpcChannel(address);
        return await Assert.ThrowsAsync<GrpcException>(() => channel.CallAsync(Say, new StringValue(), new(TimeSpan.FromSeconds(20))));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
