using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Events;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

public sealed class EventTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("voicemed-events-").FullName;
    private ScriptedGateway peer = null!;

    public async Task InitializeAsync() => peer = await ScriptedGateway.StartAsync();

    public async Task DisposeAsync()
    {
        await peer.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Events_FromABlock_ReplayInOrderWithPayload()
    {
        peer.Emit(4, ("tx-0", "Early"));
        peer.Emit(5, ("tx-1", "A"), ("tx-2", "B"));
        peer.Emit(6, ("tx-3", "C"));
        var heard = await TakeAsync(new EventOptions { StartBlock = 5 }, 3);
        Assert.Equal([(5UL, "tx-1", "A"), (5UL, "tx-2", "B"), (6UL, "tx-3", "C")], heard.Select(one => (one.BlockNumber, one.TransactionId, one.EventName)));
        Assert.Equal(("visits", "A"), (heard[0].ChaincodeName, System.Text.Encoding.UTF8.GetString(heard[0].Payload.Span)));
    }

    [Fact]
    public async Task Events_AfterACheckpoint_GoOnBehindTheTransaction()
    {
        peer.Emit(5, ("tx-1", "A"), ("tx-2", "B"));
        peer.Emit(6, ("tx-3", "C"));
        var heard = await TakeAsync(new EventOptions { StartBlock = 0, Checkpoint = new EventCheckpoint(5, "tx-1") }, 2);
        Assert.Equal(["B", "C"], heard.Select(one => one.EventName));
    }

    [Fact]
    public async Task Events_AfterABlockCheckpoint_GoOnAtTheNextBlock()
    {
        var checkpointer = new InMemoryCheckpointer();
        await checkpointer.CheckpointBlockAsync(5);
        peer.Emit(5, ("tx-1", "A"));
        peer.Emit(6, ("tx-3", "C"));
        Assert.Equal("C", (await TakeAsync(new EventOptions { Checkpoint = checkpointer.Current }, 1))[0].EventName);
    }

    [Fact]
    public async Task Events_NoStart_HearsOnlyWhatComes()
    {
        peer.Emit(5, ("tx-1", "Past"));
        await using var events = peer.Connect().GetNetwork("visits").GetChaincodeEventsAsync("visits").GetAsyncEnumerator();
        var first = events.MoveNextAsync().AsTask();
        while (!first.IsCompleted)
        {
            peer.Emit(6, ("tx-2", "Present"));
            await Task.WhenAny(first, Task.Delay(20));
        }
        Assert.True(await first);
        Assert.Equal("Present", events.Current.EventName);
    }

    [Fact]
    public async Task Follow_ConnectionLostTwice_MissesNothingAndRepeatsNothing()
    {
        for (var block = 1UL; block <= 6; block++) peer.Emit(block, ($"tx-{block}", $"E{block}"));
        // The first two listenings end after two events each, once with an error and once with a broken connection.
        peer.Script(
            "ChaincodeEvents",
            context => SendEventsAsync(context, 1, 2, broken: false),
            context => SendEventsAsync(context, 3, 4, broken: true));
        var checkpointer = new InMemoryCheckpointer();
        var heard = new List<string>();
        await foreach (var one in peer.Connect().GetNetwork("visits")
            .FollowChaincodeEventsAsync("visits", checkpointer, new EventOptions { StartBlock = 1 }))
        {
            heard.Add(one.EventName);
            await checkpointer.CheckpointAsync(one);
            if (heard.Count == 6) break;
        }
        Assert.Equal(["E1", "E2", "E3", "E4", "E5", "E6"], heard);
        Assert.Equal(3, peer.Calls.Count);
        Assert.Equal(new EventCheckpoint(6, "tx-6"), checkpointer.Current);
    }

    [Fact]
    public async Task Follow_AccessDenied_IsNotRepeated()
    {
        peer.Script("ChaincodeEvents", ScriptedGateway.Refusing(GrpcStatusCode.PermissionDenied));
        await Assert.ThrowsAsync<GatewayException>(async () =>
        {
            await foreach (var one in peer.Connect().GetNetwork("visits").FollowChaincodeEventsAsync("visits", new InMemoryCheckpointer()))
                Assert.Fail("no event was sent");
        });
        Assert.Single(peer.Calls);
    }

    [Fact]
    public async Task FileCheckpointer_Reopened_KnowsTheLastTransaction()
    {
        var path = Path.Combine(folder, "events.json");
        await FileCheckpointer.Open(path).CheckpointTransactionAsync(101, "tx-7");
        Assert.Equal(new EventCheckpoint(101, "tx-7"), FileCheckpointer.Open(path).Current);
        Assert.Equal("""{"blockNumber":101,"transactionId":"tx-7"}""", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task FileCheckpointer_WholeBlock_GoesOnAtTheNext()
    {
        var path = Path.Combine(folder, "events.json");
        await FileCheckpointer.Open(path).CheckpointBlockAsync(101);
        Assert.Equal(new EventCheckpoint(102, null), FileCheckpointer.Open(path).Current);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void FileCheckpointer_NoFileYet_IsNowhere(string? content)
    {
        var path = Path.Combine(folder, "events.json");
        if (content is not null) File.WriteAllText(path, content);
        Assert.Equal(default, FileCheckpointer.Open(path).Current);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"blockNumber":-1}""")]
    [InlineData("""{"blockNumber":"many"}""")]
    public void FileCheckpointer_OtherContent_SaysWhichFile(string content)
    {
        var path = Path.Combine(folder, "events.json");
        File.WriteAllText(path, content);
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => FileCheckpointer.Open(path)).Message, StringComparison.Ordinal);
    }

    private async Task<List<ChaincodeEvent>> TakeAsync(EventOptions options, int count)
    {
        var heard = new List<ChaincodeEvent>();
        await foreach (var one in peer.Connect().GetNetwork("visits").GetChaincodeEventsAsync("visits", options))
        {
            heard.Add(one);
            if (heard.Count == count) break;
        }
        return heard;
    }

    private static async Task SendEventsAsync(Microsoft.AspNetCore.Http.HttpContext context, ulong first, ulong last, bool broken)
    {
        for (var block = first; block <= last; block++)
        {
            var response = new LedgerClient.Fabric.Messages.ChaincodeEventsResponse { BlockNumber = block };
            response.Events.Add(new LedgerClient.Fabric.Messages.ChaincodeEvent { ChaincodeId = "visits", TxId = $"tx-{block}", EventName = $"E{block}" });
            await Grpc.ScriptedServer.SendAsync(context, Grpc.ScriptedServer.Frame(Google.Protobuf.MessageExtensions.ToByteArray(response)));
        }
        if (broken) context.Abort();
        else Grpc.ScriptedServer.Finish(context, GrpcStatusCode.Unavailable, "peer is shutting down");
    }
}
