using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using VoiceMed.LedgerClient.Grpc;
using static VoiceMed.LedgerClient.Tests.Grpc.ScriptedServer;

namespace VoiceMed.LedgerClient.Tests.Grpc;

public class DeadlineAndCancellationTests
{
    [Fact]
    public async Task Call_PeerSilent_EndsAtTheDeadlineAndTellsThePeer()
    {
        var aborted = new TaskCompletionSource();
        var fault = await UnaryCallTests.FailAsync(context => WaitForAbortAsync(context, aborted), new(TimeSpan.FromMilliseconds(100)));
        Assert.Equal(GrpcStatusCode.DeadlineExceeded, fault.Status.Code);
        Assert.False(fault.NotProcessed);
        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Call_PeerSilentAfterHalfAMessage_EndsAtTheDeadline()
    {
        var fault = await UnaryCallTests.FailAsync(async context =>
        {
            await SendAsync(context, Frame("half")[..6]);
            await WaitForAbortAsync(context, new TaskCompletionSource());
        }, new(TimeSpan.FromMilliseconds(100)));
        Assert.Equal(GrpcStatusCode.DeadlineExceeded, fault.Status.Code);
    }

    [Fact]
    public async Task Call_PeerSilentAfterTheWholeMessage_EndsAtTheDeadline()
    {
        var fault = await UnaryCallTests.FailAsync(async context =>
        {
            await SendAsync(context, Frame("whole"));
            await WaitForAbortAsync(context, new TaskCompletionSource());
        }, new(TimeSpan.FromMilliseconds(100)));
        Assert.Equal(GrpcStatusCode.DeadlineExceeded, fault.Status.Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Call_DeadlineAlreadyPassed_SendsNothing(int milliseconds)
    {
        var fault = await UnaryCallTests.FailAsync(
            _ => throw new InvalidOperationException("nothing must arrive"), new(TimeSpan.FromMilliseconds(milliseconds)));
        Assert.Equal(GrpcStatusCode.DeadlineExceeded, fault.Status.Code);
        Assert.True(fault.NotProcessed);
    }

    [Fact]
    public async Task Call_CancelledByTheCaller_ThrowsOperationCanceledAndTellsThePeer()
    {
        var (arrived, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await StartAsync(context =>
        {
            arrived.SetResult();
            return WaitForAbortAsync(context, aborted);
        });
        using var channel = new GrpcChannel(server.Address);
        using var cancellation = new CancellationTokenSource();
        var call = channel.CallAsync(Say, new StringValue(), new(TimeSpan.FromMinutes(1)), cancellation.Token);
        await arrived.Task;
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Call_CancelledBefore_SendsNothing()
    {
        await using var server = await StartAsync(_ => throw new InvalidOperationException("nothing must arrive"));
        using var channel = new GrpcChannel(server.Address);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => channel.CallAsync(Say, new StringValue(), default, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Call_AfterACancelledOne_UsesTheSameConnection()
    {
        var connections = new HashSet<string>();
        var calls = 0;
        await using var server = await StartAsync(async context =>
        {
            lock (connections) connections.Add(context.Connection.Id);
            if (Interlocked.Increment(ref calls) == 1)
            {
                await WaitForAbortAsync(context, new TaskCompletionSource());
                return;
            }
            await SendAsync(context, Frame("ok"));
            Finish(context);
        });
        using var channel = new GrpcChannel(server.Address);
        await Assert.ThrowsAsync<GrpcException>(() => channel.CallAsync(Say, new StringValue(), new(TimeSpan.FromMilliseconds(100))));
        Assert.Equal("ok", (await channel.CallAsync(Say, new StringValue())).Value);
        Assert.Single(connections);
    }

    internal static async Task WaitForAbortAsync(HttpContext context, TaskCompletionSource aborted)
    {
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        aborted.TrySetResult();
    }
}
