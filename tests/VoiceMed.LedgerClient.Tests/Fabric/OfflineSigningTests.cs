using VoiceMed.LedgerClient.Fabric;
using VoiceMed.LedgerClient.Fabric.Events;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>The key is elsewhere: every step leaves as bytes and comes back with a signature.</summary>
public sealed class OfflineSigningTests : IAsyncLifetime
{
    private ScriptedGateway peer = null!;
    private Gateway keyless = null!;

    public async Task InitializeAsync()
    {
        peer = await ScriptedGateway.StartAsync();
        keyless = Gateway.Connect(peer.Channel, peer.Client.Identity, signer: null);
    }

    public async Task DisposeAsync() => await peer.DisposeAsync();

    [Fact]
    public async Task Evaluate_SignedElsewhere_Answers()
    {
        var unsigned = Contract.NewProposal("f");
        var signature = await SignAsync(unsigned);
        var signed = keyless.NewSignedProposal(unsigned.ToBytes(), signature);
        Assert.Equal(unsigned.TransactionId, signed.TransactionId);
        Assert.False((await signed.EvaluateAsync()).IsEmpty);
    }

    [Fact]
    public async Task Submit_EveryStepSignedElsewhere_IsCommitted()
    {
        var proposal = Contract.NewProposal("f", new ProposalOptions { EndorsingOrganizations = ["Org2MSP"] });
        var endorse = await SignAsync(proposal);
        var transaction = await keyless.NewSignedProposal(proposal.ToBytes(), endorse).EndorseAsync();
        var submit = await SignAsync(transaction);
        var submitted = await keyless.NewSignedTransaction(transaction.ToBytes(), submit).SubmitAsync();
        var ask = await SignAsync(submitted);
        var status = await keyless.NewSignedCommit(submitted.ToBytes(), ask).GetStatusAsync();
        Assert.True(status.IsSuccessful);
        Assert.Equal(["Org2MSP"], peer.LastInvocation!.Organizations);
    }

    [Fact]
    public async Task Events_SignedElsewhere_Arrive()
    {
        peer.Emit(7, ("tx-1", "HospitalVisitAdded"));
        var request = keyless.GetNetwork("visits").NewChaincodeEventsRequest("visits", new EventOptions { StartBlock = 7 });
        var signature = await SignAsync(request);
        var signed = keyless.NewSignedChaincodeEventsRequest(request.ToBytes(), signature);
        await foreach (var one in signed.GetEventsAsync())
        {
            Assert.Equal("HospitalVisitAdded", one.EventName);
            break;
        }
    }

    [Fact]
    public async Task Evaluate_NoSignerAndNoSignature_SaysWhatToDo()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Contract.EvaluateAsync("f"));
        Assert.Contains("NewSigned", fault.Message, StringComparison.Ordinal);
        Assert.Empty(peer.Calls);
    }

    [Fact]
    public async Task IsSigned_BeforeAndAfter_Tells()
    {
        var unsigned = Contract.NewProposal("f");
        Assert.False(unsigned.IsSigned);
        var signature = await SignAsync(unsigned);
        Assert.True(keyless.NewSignedProposal(unsigned.ToBytes(), signature).IsSigned);
    }

    [Fact]
    public void New_BytesOfSomethingElse_Throws()
    {
        byte[] nonsense = [0x0A, 0xFF];
        Assert.Throws<ArgumentException>(() => keyless.NewProposal(nonsense));
        Assert.Throws<ArgumentException>(() => keyless.NewProposal([]));
        Assert.Throws<ArgumentException>(() => keyless.NewTransaction(nonsense));
        Assert.Throws<ArgumentException>(() => keyless.NewTransaction([]));
        Assert.Throws<ArgumentException>(() => keyless.NewCommit(nonsense));
        Assert.Throws<ArgumentException>(() => keyless.NewChaincodeEventsRequest(nonsense));
    }

    private LedgerClient.Fabric.Contract Contract => keyless.GetNetwork("visits").GetContract("visits");

    private async Task<byte[]> SignAsync(Signable step) => (await peer.Client.Signer.SignAsync(step.Digest, default)).ToArray();
}
