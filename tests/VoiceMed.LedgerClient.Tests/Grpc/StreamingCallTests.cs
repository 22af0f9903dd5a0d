using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using VoiceMed.LedgerClient.Grpc;
using static VoiceMed.LedgerClient.Tests.Grpc.ScriptedServer;

namespace VoiceMed.LedgerClient.Tests.Grpc;

public class StreamingCallTests
{
    [Fact]
    public async Task Stream_FramesCutAnywhere_ArriveWholeAndInOrder()
    {
        var texts = Enumerable.Range(0, 300).Select(i => new string((char)('a' + i % 26), i * 7 % 900)).ToArray();
        var bytes = texts.SelectMany(Frame).ToArray();
        var heard = await ReadAllAsync(async context =>
        {
            for (var (at, size) = (0, 1); at < bytes.Length; at += size, size = size % 977 + 13)
                await SendAsync(context, bytes[at..Math.Min(bytes.Length, at + size)]);
            Finish(context);
        });
        Assert.Equal(texts, heard);
    }

    [Fact]
    public async Task Stream_OneMessageNow_ArrivesBeforeTheNextIsSent()
    {
        var heardFirst = new TaskCompletionSource();
        await using var server = await StartAsync(async context =>
        {
            await SendAsync(context, Frame("first"));
            await heardFirst.Task.WaitAsync(TimeSpan.FromSeconds(10));
            await SendAsync(context, Frame("second"));
            Finish(context);
        });
        using var channel = new GrpcChannel(server.Address);
        var heard = new List<string>();
        await foreach (var answer in channel.StreamAsync(Say, new StringValue()))
        {
            heard.Add(answer.Value);
            heardFirst.TrySetResult();
        }
        Assert.Equal(["first", "second"], heard);
    }

    [Fact]
    public async Task Stream_OkWithoutMessages_IsEmpty() => Assert.Empty(await ReadAllAsync(async context =>
    {
        await SendAsync(context, []);
        Finish(context);
    }));

    [Fact]
    public async Task Stream_TrailersOnlyOk_IsEmpty() => Assert.Empty(await ReadAllAsync(context =>
    {
        Refuse(context, GrpcStatusCode.Ok);
        return Task.CompletedTask;
    }));

    [Fact]
    public async Task Stream_RefusedByTrailersOnly_ThrowsItsStatus()
    {
        var fault = await Assert.ThrowsAsync<GrpcException>(() => ReadAllAsync(context =>
        {
            Refuse(context, GrpcStatusCode.PermissionDenied, "нет доступа");
            return Task.CompletedTask;
        }));
        Assert.Equal((GrpcStatusCode.PermissionDenied, "нет доступа"), (fault.Status.Code, fault.Status.Message));
    }

    [Fact]
    public async Task Stream_ErrorAfterMessages_GivesTheMessagesFirst()
    {
        var heard = new List<string>();
        var fault = await Assert.ThrowsAsync<GrpcException>(() => ReadAllAsync(async context =>
        {
            await SendAsync(context, [.. Frame("1"), .. Frame("2")]);
            Finish(context, GrpcStatusCode.Unavailable, "going down");
        }, heard));
        Assert.Equal(["1", "2"], heard);
        Assert.Equal(GrpcStatusCode.Unavailable, fault.Status.Code);
    }

    [Fact]
    public async Task Stream_EnumerationEndedEarly_TellsThePeer()
    {
        var aborted = new TaskCompletionSource();
        await using var server = await StartAsync(async context =>
        {
            await SendAsync(context, Frame("1"));
            await DeadlineAndCancellationTests.WaitForAbortAsync(context, aborted);
        });
        using var channel = new GrpcChannel(server.Address);
        await foreach (var answer in channel.StreamAsync(Say, new StringValue())) break;
        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Stream_CancelledWhileWaiting_ThrowsOperationCanceled()
    {
        await using var server = await StartAsync(async context =>
        {
            await SendAsync(context, Frame("1"));
            await DeadlineAndCancellationTests.WaitForAbortAsync(context, new TaskCompletionSource());
        });
        using var channel = new GrpcChannel(server.Address);
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var answer in channel.StreamAsync(Say, new StringValue(), default, cancellation.Token))
                await cancellation.CancelAsync();
        });
    }

    [Fact]
    public async Task Stream_PeerFloodsASlowReader_IsHeldBackByFlowControl()
    {
        long sent = 0;
        await using var server = await StartAsync(async context =>
        {
            var frame = Frame(new string('x', 60_000));
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await SendAsync(context, frame);
                Interlocked.Add(ref sent, frame.Length);
            }
        });
        using var channel = new GrpcChannel(server.Address);
        await using var answers = channel.StreamAsync(Say, new StringValue()).GetAsyncEnumerator();
        Assert.True(await answers.MoveNextAsync());

        // The flood stands still once the windows on both sides are full: wait until a quarter of a second brings nothing new.
        using var still = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        var waited = Stopwatch.StartNew();
        for (var last = -1L; last != Interlocked.Read(ref sent); await still.WaitForNextTickAsync())
        {
            last = Interlocked.Read(ref sent);
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), "the flood was never held back");
        }
        Assert.InRange(Interlocked.Read(ref sent), 1, 20_000_000);
    }

    private static async Task<List<string>> ReadAllAsync(RequestDelegate answer, List<string>? heard = null)
    {
        heard ??= [];
        await using var server = await StartAsync(answer);
        using var channel = new GrpcChannel(server.Address);
        await foreach (var one in channel.StreamAsync(Say, new StringValue())) heard.Add(one.Value);
        return heard;
    }
}
