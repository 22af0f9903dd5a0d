using Google.Protobuf;
using NodaTime;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Tests.Fabric.Clinical;

/// <summary>A channel browsed through a scripted peer that keeps real blocks.</summary>
public sealed class FabricBrowserTests : IAsyncLifetime, IDisposable
{
    private readonly TestConsortium consortium = new();
    private ScriptedGateway peer = null!;
    private FabricBrowser browser = null!;

    public async Task InitializeAsync()
    {
        peer = await ScriptedGateway.StartAsync();
        var blocks = new BlockReader(peer.Connect().GetNetwork("visits"));
        browser = new FabricBrowser(blocks, new TransactionPlaces(blocks, "visits"), consortium.Profile(), (_, _) => new([]));
    }

    public async Task DisposeAsync() => await peer.DisposeAsync();

    public void Dispose() => consortium.Dispose();

    [Fact]
    public async Task GetTransactions_AfterOneOfThem_GoesOnBehindIt()
    {
        Serve(Block(0), Block(1), Block(2), Block(3));

        var all = await browser.GetTransactionsAsync(0, 10);
        var rest = await browser.GetTransactionsAsync(all[1].Sequence, 10);

        Assert.Equal([100_001, 200_001, 300_001], all.Select(static one => one.Sequence));
        Assert.Equal([300_001], rest.Select(static one => one.Sequence));
        Assert.Equal("visits/ClinicalLedger:append", all[0].Kind);
        Assert.Null(await browser.CountAsync());
    }

    [Fact]
    public async Task GetHead_PeerHandsOverAnotherBlockTheSecondTime_OnlyTheCheckedOneIsShown()
    {
        var (honest, forged) = (Block(1), Block(1, ordered: false));
        var asked = 0;
        peer.Chaincode = call => call.Function == "GetChainInfo" ? Info(2) : (asked++ == 0 ? honest : forged).ToBytes();

        var head = FabricBrowser.ViewOf(await browser.GetHeadAsync());

        Assert.Equal(Convert.ToHexStringLower(honest.DataHash.Span), head.Root);
        Assert.Contains($"header {Convert.ToHexStringLower(honest.HeaderHash.Span)}\n", head.Note, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task GetHead_NoOrdererSignedIt_IsTampering()
    {
        Serve(Block(0), Block(1, ordered: false));

        Assert.Equal("fabric.block", (await Assert.ThrowsAsync<LedgerTamperedException>(() => browser.GetHeadAsync().AsTask())).Code);
    }

    [Fact]
    public async Task GetHead_OnlyTheChannelsFirstBlock_SaysThatNothingWasWritten()
    {
        Serve(Block(0, ordered: false));

        Assert.Equal("ledger.empty", (await Assert.ThrowsAsync<LedgerUnavailableException>(() => browser.GetHeadAsync().AsTask())).Code);
    }

    [Fact]
    public async Task Validate_SequenceOfTheChannelsFirstBlock_IsNoTransaction()
    {
        Serve(Block(0, ordered: false), Block(1));

        Assert.Null(await browser.ValidateAsync(1));
        Assert.Null(await browser.FindTransactionAsync(1));
        Assert.Null(await browser.ValidateAsync(0));
        Assert.Null(await browser.ValidateAsync(200_001));
        Assert.True((await browser.ValidateAsync(100_001))!.Valid);
    }

    [Fact]
    public async Task Validate_OneOrganisationOnly_LacksTheEndorsement()
    {
        Serve(Block(0), Block(1, endorsed: 1));

        Assert.Equal(["endorsement"], (await browser.ValidateAsync(100_001))!.Findings);
    }

    [Fact]
    public async Task Validate_TransactionThatCannotBeRead_LacksTheEndorsement()
    {
        Serve(Block(0), Block(1, unendorsed: true));

        Assert.Equal(["endorsement"], (await browser.ValidateAsync(100_001))!.Findings);
    }

    [Fact]
    public async Task Validate_RefusedByThePeers_IsRefused()
    {
        Serve(Block(0), Block(1, code: TransactionValidationCode.MvccReadConflict));

        Assert.Equal(["refused"], (await browser.ValidateAsync(100_001))!.Findings);
    }

    [Fact]
    public async Task Validate_BehindATransactionThatCannotBeRead_HoldsAllTheSame()
    {
        Serve(Block(0), Block(1, unreadable: [0xff, 0xff]));

        Assert.True((await browser.ValidateAsync(100_002))!.Valid);
        Assert.Null(await browser.ValidateAsync(100_001));
    }

    private void Serve(params FabricBlock[] blocks) => peer.Chaincode = call =>
        call.Function == "GetChainInfo" ? Info(blocks.Length) : blocks[int.Parse(call.Arguments[1])].ToBytes();

    private static byte[] Info(int height) => new BlockchainInfo { Height = (ulong)height }.ToByteArray();

    private FabricBlock Block(int number, bool ordered = true, int endorsed = 2, bool unendorsed = false, TransactionValidationCode code = TransactionValidationCode.Valid,
        byte[]? unreadable = null) => new BlockBuilder
        {
            Code = (byte)code,
            Unreadable = unreadable ?? [],
            Number = (ulong)number,
            Record = new Patient
            {
                Id = "p",
                Patient = new PatientId("patient-1"),
                Name = new BilingualText("Тестова Анна", "Testova Anna"),
                BirthDate = new LocalDate(1970, 1, 1),
            },
            Endorsers = [.. consortium.Peers.Take(endorsed)],
            Orderer = ordered ? consortium.Orderer : null,
            Call = "ClinicalLedger:append",
            WithoutAction = unendorsed,
        }.Build();
}
