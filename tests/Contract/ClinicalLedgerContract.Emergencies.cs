using VoiceMed.LedgerClient.Errors;
using Xunit;

namespace VoiceMed.Contract;

/// <content>Emergency access and its review.</content>
public abstract partial class ClinicalLedgerContract
{
    [SkippableFact]
    public async Task EmergencyAccess_Opened_GrantsThatDoctorAndWaitsForReview()
    {
        var patient = await AdmitAsync(First);
        await WriteAsync(Consent(patient, permit: false, Second.Value));

        var emergency = await Ledger.RequestEmergencyAccessAsync(patient, "пациент без сознания", Visiting);
        var answer = await Ledger.GetAllergiesAsync(patient, Visiting with { Purpose = "ETREAT", Emergency = emergency.Id });
        var open = await Ledger.GetEmergencyAccessesAsync(unreviewedOnly: true, Admin);
        await Ledger.ReviewEmergencyAccessAsync(emergency.Id, justified: true, Admin);

        Assert.Equal("law.emergency", answer.Rule);
        Assert.Contains(open, item => item.Id == emergency.Id);
        Assert.DoesNotContain(await Ledger.GetEmergencyAccessesAsync(unreviewedOnly: true, Admin), item => item.Id == emergency.Id);
        var reviewed = Assert.Single(await Ledger.GetEmergencyAccessesAsync(unreviewedOnly: false, Admin), item => item.Id == emergency.Id);
        Assert.Equal("justified", reviewed.Outcome);
    }

    [SkippableFact]
    public async Task EmergencyAccess_WithoutReason_IsRejected()
    {
        var patient = await AdmitAsync(First);

        await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.RequestEmergencyAccessAsync(patient, "  ", Visiting).AsTask());
    }

    [SkippableFact]
    public async Task GetEmergencyAccesses_Doctor_IsRejected() =>
        await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.GetEmergencyAccessesAsync(true, House).AsTask());
}
