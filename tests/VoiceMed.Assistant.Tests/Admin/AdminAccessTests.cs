using VoiceMed.Assistant.Admin;
using VoiceMed.Assistant.Tests.Rest;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Assistant.Tests.Admin;

/// <summary>In whose name and to which end the admin's page asks the ledger.</summary>
public sealed class AdminAccessTests(RestServerFixture fixture) : IClassFixture<RestServerFixture>
{
    [Fact]
    public async Task Access_OfTheAdminsPage_IsOneTheLawKnows()
    {
        var access = new AdminOptions { CredentialFile = "unused" }.Access;
        var history = await fixture.Server.Ledger.GetAccessHistoryAsync(new PatientId(RestServer.Patient), null, null, access);
        Assert.Equal("law.oversight", history.Rule);
        await fixture.Server.Ledger.GetEmergencyAccessesAsync(unreviewedOnly: false, access);

        var other = access with { Purpose = "HSYSADMIN" };
        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(
            () => fixture.Server.Ledger.GetEmergencyAccessesAsync(unreviewedOnly: false, other).AsTask());
        Assert.Equal("purpose.unknown", refused.Code);
    }
}
