using Google.Protobuf;
using NodaTime;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Tests.Fabric.Clinical;

public sealed class FabricChannelVerifierTests : IDisposable
{
    private readonly TestConsortium consortium = new();

    [Fact]
    public async Task Verify_HonestChannel_IsGood()
    {
        var report = await VerifyAsync(Channel());
        Assert.True(report.IsGood, string.Join("; ", report.Problems));
        Assert.Equal((4, 4), (report.Blocks, report.Transactions));
    }

    [Fact]
    public async Task Verify_BlockLeftOut_IsNamed()
    {
        var channel = Channel();
        channel[2] = channel[3];
        Assert.Contains("does not follow", Assert.Single((await VerifyAsync(channel[..3])).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_OneByteOfATransactionChanged_IsNamed()
    {
        var channel = Channel();
        channel[2] = Change(channel[2], static block => block.Data.Data[0] = Flipped(block.Data.Data[0]));
        Assert.Contains((await VerifyAsync(channel)).Problems, problem => problem.Contains("block 2 are not those", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_HistoryRewrittenFromABlockOn_LacksTheOrderersSignature()
    {
        var channel = Channel(from: 2, orderedBy: consortium.Peers[0]);
        Assert.Equal(["no trusted orderer signed block 2", "no trusted orderer signed block 3"], (await VerifyAsync(channel)).Problems);
    }

    [Fact]
    public async Task Verify_TransactionOfOneOrganisation_IsNamedWhereItCountsAsValid()
    {
        Assert.Contains("1 of 2 organisations", Assert.Single((await VerifyAsync(Channel(from: 3, endorsedBy: [consortium.Peers[0]]))).Problems), StringComparison.Ordinal);
        Assert.True((await VerifyAsync(Channel(from: 3, endorsedBy: [consortium.Peers[0]], code: 10))).IsGood, "what the peers refused changed nothing");
    }

    public void Dispose() => consortium.Dispose();

    private FabricBlock[] Channel(int from = int.MaxValue, TestIdentity? orderedBy = null, IReadOnlyList<TestIdentity>? endorsedBy = null, byte code = 0)
    {
        var blocks = new FabricBlock[4];
        for (var number = 0; number < blocks.Length; number++)
        {
            var odd = number >= from;
            blocks[number] = new BlockBuilder
            {
                Number = (ulong)number,
                Previous = number == 0 ? new byte[32] : blocks[number - 1].HeaderHash.ToArray(),
                Record = new Patient
                {
                    Id = "p",
                    Patient = new PatientId("patient-1"),
                    Name = new BilingualText("Тестова Анна", "Testova Anna"),
                    BirthDate = new LocalDate(1970, 1, 1),
                },
                Endorsers = odd && endorsedBy is not null ? endorsedBy : consortium.Peers,
                Orderer = number == 0 ? null : odd && orderedBy is not null ? orderedBy : consortium.Orderer,
                Code = odd ? code : (byte)0,
                Call = "ClinicalLedger:append",
            }.Build();
        }
        return blocks;
    }

    private Task<FabricVerification> VerifyAsync(FabricBlock[] blocks) =>
        new FabricChannelVerifier(consortium.Profile()).VerifyAsync(blocks.Length, (number, _) => new(blocks[number]), null, default);

    private static FabricBlock Change(FabricBlock block, Action<Block> change)
    {
        var changed = Block.Parser.ParseFrom(block.ToBytes());
        change(changed);
        return FabricBlock.Parse(changed.ToByteArray());
    }

    private static ByteString Flipped(ByteString bytes)
    {
        var changed = bytes.ToByteArray();
        changed[^1] ^= 1;
        return ByteString.CopyFrom(changed);
    }
}
