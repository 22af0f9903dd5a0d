using NodaTime;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Grpc;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Tests.Fabric.Clinical;

public sealed class BlockReaderTests : IAsyncLifetime
{
    private ScriptedGateway peer = null!;

    public async Task InitializeAsync() => peer = await ScriptedGateway.StartAsync();

    public async Task DisposeAsync() => await peer.DisposeAsync();

    [Fact]
    public async Task Get_SameTransactionTwice_IsFetchedOnce()
    {
        var builder = Block();
        peer.Chaincode = _ => builder.Build().ToBytes();
        var reader = new BlockReader(peer.Connect().GetNetwork("visits"));
        var block = await reader.GetByTransactionAsync(builder.TransactionId, default);
        Assert.Same(block, await reader.GetByTransactionAsync(builder.TransactionId, default));
        Assert.Single(peer.Calls);
        Assert.Equal(("qscc", "GetBlockByTxID"), (peer.LastInvocation!.Chaincode, peer.LastInvocation.Function));
        Assert.Equal(["visits", builder.TransactionId], peer.LastInvocation.Arguments);
    }

    [Fact]
    public async Task Get_MoreThanTheLimit_ForgetsAndFetchesAgain()
    {
        var (first, second) = (Block(), Block());
        peer.Chaincode = call => (call.Arguments[1] == first.TransactionId ? first : second).Build().ToBytes();
        var reader = new BlockReader(peer.Connect().GetNetwork("visits"), mostKeptBytes: first.Build().ToBytes().Length + 10);
        await reader.GetByTransactionAsync(first.TransactionId, default);
        await reader.GetByTransactionAsync(second.TransactionId, default);
        await reader.GetByTransactionAsync(first.TransactionId, default);
        Assert.Equal(3, peer.Calls.Count);
    }

    [Fact]
    public async Task Get_NoBlock_IsAFormatError()
    {
        peer.Chaincode = _ => [0x0A, 0xFF];
        await Assert.ThrowsAsync<FormatException>(
            () => new BlockReader(peer.Connect().GetNetwork("visits")).GetByTransactionAsync("tx", default).AsTask());
    }

    [Fact]
    public async Task Get_UnknownTransaction_IsThePeersRefusal()
    {
        peer.Script("Evaluate", ScriptedGateway.Refusing(GrpcStatusCode.Unknown, "chaincode response 500, Failed to get block for txID"));
        await Assert.ThrowsAsync<GatewayException>(
            () => new BlockReader(peer.Connect().GetNetwork("visits")).GetByTransactionAsync("tx", default).AsTask());
    }

    private BlockBuilder Block() => new()
    {
        Record = new Patient
        {
            Id = "p",
            Patient = new PatientId("patient-1"),
            Name = new BilingualText("Тестова Анна", "Testova Anna"),
            BirthDate = new LocalDate(1970, 1, 1),
        },
        Endorsers = peer.Peers,
        Orderer = null,
    };
}
