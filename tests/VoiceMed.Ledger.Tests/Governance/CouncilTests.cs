using VoiceMed.Ledger.Accounts;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Ledger.Tests.Governance;

public sealed class CouncilTests : IAsyncLifetime
{
    private static readonly Hospital Third = new(new HospitalId("hospital-3"), new BilingualText("Третья", "Third"), 3, [], []);

    private TemporaryLedger _temporary = null!;

    private EmbeddedLedger Ledger => _temporary.Ledger;

    public async Task InitializeAsync() => _temporary = await TemporaryLedger.OpenAsync();

    public async Task DisposeAsync() => await _temporary.DisposeAsync();

    [Fact]
    public async Task Admission_OneMember_IsNotEnough()
    {
        var state = await ProposeAsync();
        var again = await Ledger.Council.ApproveAsync("council/member-1", state.Proposal.Id);

        Assert.False(again.IsAccepted);
        Assert.DoesNotContain(await Ledger.GetHospitalsAsync(), hospital => hospital.Id == Third.Id);
    }

    [Fact]
    public async Task Admission_ThresholdReached_TakesEffectOnce()
    {
        var state = await ProposeAsync();
        await Ledger.Council.ApproveAsync("council/member-2", state.Proposal.Id);
        await Ledger.Council.ApproveAsync("council/member-3", state.Proposal.Id);

        Assert.Contains(await Ledger.GetHospitalsAsync(), hospital => hospital.Id == Third.Id);
        Assert.Equal(1, Ledger.Store.Read(reader => reader.Walk("channel/city").Count(entry => entry.Header.Kind == Admission.Kind
            && System.Text.Encoding.UTF8.GetString(reader.Open(entry)).Contains("hospital-3", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Approve_Stranger_IsRefused()
    {
        var state = await ProposeAsync();

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.Council.ApproveAsync("hospital-1/manager-1", state.Proposal.Id).AsTask());

        Assert.Equal("council.not-a-member", refused.Code);
    }

    [Fact]
    public async Task Removal_Agreed_TheHospitalSignsNoMoreAndWhatItWroteStays()
    {
        var patient = await Ledger.AdmitAsync("patient-1", visits: 2);
        var state = await Ledger.Council.ProposeRemovalAsync("council/member-1", TemporaryLedger.First);
        await Ledger.Council.ApproveAsync("council/member-2", state.Proposal.Id);

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.WriteAsync(Records.Visit(patient, 9)).AsTask());

        Assert.Equal("hospital.removed", refused.Code);
        await Ledger.DisposeAsync();
        Assert.True((await LedgerVerifier.VerifyAsync(_temporary.Options)).IsGood);
    }

    [Fact]
    public async Task KeyChange_OnlyKeyRevoked_WritingIsRefusedUntilAnotherIsAdmitted()
    {
        var patient = await Ledger.AdmitAsync("patient-1");
        await AgreeAsync(await Ledger.Council.ProposeKeyChangeAsync("council/member-1", new KeyChange(TemporaryLedger.First, "hospital-1/manager-1", null)));
        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.WriteAsync(Records.Visit(patient, 1)).AsTask());
        var key = Ledger.Store.SigningKeys.Create("hospital-1/manager-2");
        await AgreeAsync(await Ledger.Council.ProposeKeyChangeAsync("council/member-1", new KeyChange(TemporaryLedger.First, "hospital-1/manager-2", key)));

        await Ledger.WriteAsync(Records.Visit(patient, 1));

        Assert.Equal("key.revoked", refused.Code);
        await Ledger.DisposeAsync();
        Assert.True((await LedgerVerifier.VerifyAsync(_temporary.Options)).IsGood);
    }

    [Fact]
    public async Task ManagerKey_TenthAdmitted_TheNewestSigns()
    {
        for (var key = 2; key <= 10; key++)
            await AgreeAsync(await Ledger.Council.ProposeManagerKeyAsync("council/member-1", TemporaryLedger.First));

        await Ledger.AdmitAsync("patient-1");

        Assert.Equal("hospital-1/manager-10", Ledger.Store.Read(reader => reader.Walk("patient/patient-1")[0].Header.Writer));
    }

    [Fact]
    public async Task ProposeHospital_KeyIsOnAnotherMachine_ChangesTheDescriptionAndLeavesTheKey()
    {
        var elsewhere = new byte[] { 1, 2, 3 };
        await AgreeAsync(await Ledger.Council.ProposeAdmissionAsync("council/member-1", new Admission(Third, "hospital-3/manager-1", elsewhere)));

        await AgreeAsync(await Ledger.Council.ProposeHospitalAsync("council/member-1", Third with { Number = 33 }));

        Assert.Equal(33, Ledger.Registry.Current.Hospital(Third.Id).Number);
        Assert.Equal(elsewhere, Ledger.Registry.Current.Keys["hospital-3/manager-1"].PublicKey);
        Assert.False(Ledger.Store.SigningKeys.Has("hospital-3/manager-1"));
    }

    [Fact]
    public async Task Account_Life_IsItsHistory()
    {
        var house = new DoctorId("house");
        var patient = await Ledger.AdmitAsync("patient-1");
        await Ledger.GetAllergiesAsync(patient, TemporaryLedger.House);
        await Ledger.Accounts.SetStatusAsync(house, AccountStatus.Suspended);
        var suspended = await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.GetAllergiesAsync(patient, TemporaryLedger.House).AsTask());
        await Ledger.Accounts.SetStatusAsync(house, AccountStatus.Active);
        await Ledger.Accounts.AddKeyAsync(house, "badge", [1, 2, 3]);
        await Ledger.Accounts.RevokeKeyAsync(house, "badge");
        await Ledger.Accounts.SetStatusAsync(house, AccountStatus.Revoked);
        var revoked = await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.GetAllergiesAsync(patient, TemporaryLedger.House).AsTask());
        var forEver = await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.Accounts.SetStatusAsync(house, AccountStatus.Active).AsTask());

        Assert.Equal(("account.suspended", "account.revoked", "account.revoked"), (suspended.Code, revoked.Code, forEver.Code));
        Assert.Equal(
            ["access", "account", "account", "account", "account", "access", "account", "access", "account"],
            Ledger.Accounts.History(house).Select(static entry => entry.Header.Kind));
        Assert.Empty(Ledger.Accounts.Find(house)!.Keys);
    }

    private async Task<ProposalState> ProposeAsync()
    {
        var key = Ledger.Store.SigningKeys.Create("hospital-3/manager-1");
        return await Ledger.Council.ProposeAdmissionAsync("council/member-1", new Admission(Third, "hospital-3/manager-1", key));
    }

    private async Task AgreeAsync(ProposalState state) => await Ledger.Council.ApproveAsync("council/member-2", state.Proposal.Id);
}
