using System.Text.Json;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using Xunit;

namespace VoiceMed.Ledger.Tests.Contracts;

public sealed class ContractDeskTests : IAsyncLifetime
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new { });

    private TemporaryLedger _temporary = null!;

    private EmbeddedLedger Ledger => _temporary.Ledger;

    public async Task InitializeAsync() => _temporary = await TemporaryLedger.OpenAsync();

    public async Task DisposeAsync() => await _temporary.DisposeAsync();

    [Fact]
    public async Task Invoke_BeforeTheCouncilAgreed_IsRefused()
    {
        await Ledger.Contracts.ProposeAsync("council/member-1", Assembly, typeof(HandoverContract).FullName!);

        Assert.Equal("contract.unknown", (await RefusedAsync("take", "house", "c-1")).Code);
    }

    [Fact]
    public async Task Invoke_Approved_ChangesTheStateAndIsAnEntry()
    {
        await DeployAsync<HandoverContract>();

        var (_, receipt) = await InvokeAsync("take", "house", "c-1");
        var who = await Ledger.Contracts.EvaluateAsync("handover", "who", Nothing, "visiting");

        Assert.Equal("house", who!.Value.GetString());
        Assert.Equal("contract/handover", receipt.Entry.Chain);
        Assert.Single(Ledger.Contracts.Calls("handover"));
    }

    [Fact]
    public async Task Invoke_SameKey_IsDoneOnce()
    {
        await DeployAsync<HandoverContract>();
        var first = await InvokeAsync("take", "house", "c-1");
        _temporary.Clock.Advance(NodaTime.Duration.FromHours(1));

        var second = await InvokeAsync("take", "house", "c-1");

        Assert.True(second.Receipt.Duplicate);
        Assert.Equal(first.Call.Result!.Value.GetRawText(), second.Call.Result!.Value.GetRawText());
        Assert.Equal("idempotency.conflict", (await RefusedAsync("who", "house", "c-1")).Code);
    }

    [Fact]
    public async Task Upgrade_Approved_TakesOverWithTheState()
    {
        await DeployAsync<HandoverContract>();
        await InvokeAsync("take", "house", "c-1");
        var refused = await RefusedAsync("take", "visiting", "c-2");
        await DeployAsync<SecondHandoverContract>();

        await InvokeAsync("take", "visiting", "c-3");

        Assert.Equal("handover.taken", refused.Code);
        Assert.Equal(["1.0", "2.0"], Ledger.Contracts.Versions("handover").Select(static version => version.Version));
        Assert.Equal("2.0", Assert.Single(Ledger.Contracts.List()).Version);
        await _temporary.ReopenAsync();
        Assert.Equal("visiting", (await Ledger.Contracts.EvaluateAsync("handover", "who", Nothing, "house"))!.Value.GetString());
        await Ledger.DisposeAsync();
        Assert.True((await LedgerVerifier.VerifyAsync(_temporary.Options)).IsGood);
    }

    [Fact]
    public async Task Invoke_NotDeterministic_WritesNothing()
    {
        await DeployAsync<FickleContract>();

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            Ledger.Contracts.InvokeAsync("fickle", "any", Nothing, "house", new WriteContext(TemporaryLedger.First, "c-1")).AsTask());

        Assert.Equal("contract.not-deterministic", refused.Code);
        Assert.Empty(Ledger.Contracts.Calls("fickle"));
    }

    [Fact]
    public async Task Propose_NotAnAssembly_SaysSo()
    {
        var file = Path.Combine(_temporary.Folder, "no.dll");
        await File.WriteAllTextAsync(file, "no assembly");

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.Contracts.ProposeAsync("council/member-1", file, "Type").AsTask());

        Assert.Equal("contract.unloadable", refused.Code);
    }

    [Fact]
    public async Task Invoke_AssemblyChangedAfterwards_IsTampering()
    {
        await DeployAsync<HandoverContract>();
        var copy = Directory.GetFiles(Path.Combine(_temporary.Folder, "ledger", "contracts")).Single();
        await _temporary.ReopenAsync();
        await using (var file = new FileStream(copy, FileMode.Append))
        {
            file.WriteByte(0);
        }

        var tampered = await Assert.ThrowsAsync<LedgerTamperedException>(() => InvokeAsync("take", "house", "c-1").AsTask());

        Assert.Equal("contract.changed", tampered.Code);
    }

    private static string Assembly => typeof(HandoverContract).Assembly.Location;

    private async Task DeployAsync<T>()
    {
        var proposed = await Ledger.Contracts.ProposeAsync("council/member-1", Assembly, typeof(T).FullName!);
        var state = await Ledger.Council.ApproveAsync("council/member-2", proposed.Proposal.Id);
        Assert.True(state.IsAccepted);
    }

    private ValueTask<(VoiceMed.Ledger.Contracts.Invocation Call, AppendReceipt Receipt)> InvokeAsync(string method, string caller, string key) =>
        Ledger.Contracts.InvokeAsync("handover", method, Nothing, caller, new WriteContext(TemporaryLedger.First, key));

    private Task<LedgerRejectedException> RefusedAsync(string method, string caller, string key) =>
        Assert.ThrowsAsync<LedgerRejectedException>(() => InvokeAsync(method, caller, key).AsTask());
}
