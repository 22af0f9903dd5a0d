using NodaTime;
using VoiceMed.LedgerClient.Errors;
using Xunit;

namespace VoiceMed.Contract;

/// <content>Consent, law and the audit.</content>
public abstract partial class ClinicalLedgerContract
{
    [SkippableFact]
    public async Task Access_OtherHospitalWithoutConsent_IsRefusedByDefault()
    {
        var patient = await AdmitAsync(First);

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() =>
            Ledger.GetAllergiesAsync(patient, Visiting).AsTask());

        Assert.Equal("consent.missing", refused.Code);
        Assert.Equal("default.deny", refused.Rule);
    }

    [SkippableFact]
    public async Task Access_OtherHospitalWithConsent_IsGrantedByThatConsent()
    {
        var patient = await AdmitAsync(First);
        await WriteAsync(Consent(patient, permit: true, Second.Value));

        var answer = await Ledger.GetAllergiesAsync(patient, Visiting);

        Assert.StartsWith("consent.permit:", answer.Rule, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Access_ExpiredConsent_IsRefusedWithoutAnybodyDoingAnything()
    {
        var patient = await AdmitAsync(First);
        var now = SystemClock.Instance.GetCurrentInstant();
        await WriteAsync(Consent(patient, permit: true, Second.Value) with
        {
            ValidFrom = now - Duration.FromDays(2),
            ValidUntil = now - Duration.FromDays(1),
        });

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.GetAllergiesAsync(patient, Visiting).AsTask());

        Assert.Equal("consent.missing", refused.Code);
    }

    [SkippableFact]
    public async Task Access_PermitAndDeny_DenyWins()
    {
        var patient = await AdmitAsync(First);
        await WriteAsync(Consent(patient, permit: true, Second.Value));
        await WriteAsync(Consent(patient, permit: false, Second.Value));

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.GetAllergiesAsync(patient, Visiting).AsTask());

        Assert.Equal("consent.deny", refused.Code);
        Assert.StartsWith("consent.deny:", refused.Rule, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task GetAccessHistory_AfterGrantAndRefusal_HoldsBothOnce()
    {
        var patient = await AdmitAsync(First);
        var asked = House with { Turn = NewId("turn") };
        await Ledger.GetAllergiesAsync(patient, asked);
        await Ledger.GetAllergiesAsync(patient, asked);
        await Assert.ThrowsAsync<LedgerRejectedException>(() => Ledger.GetAllergiesAsync(patient, Visiting).AsTask());

        var history = (await Ledger.GetAccessHistoryAsync(patient, null, null, House)).Items;

        Assert.Single(history, record => record.Turn == asked.Turn && record.Granted && record.Operation == "getAllergies");
        var refusal = Assert.Single(history, static record => !record.Granted);
        Assert.Equal(Visiting.Doctor, refusal.Doctor);
        Assert.Equal("default.deny", refusal.Reason);
    }

    [SkippableFact]
    public async Task RecordTurn_VoiceRefused_StandsInTheHistory()
    {
        var patient = await AdmitAsync(First);

        await Ledger.RecordTurnAsync(patient, "getHospitalVisits", granted: false, "voice.unverified", House with { Doctor = null, Turn = NewId("turn") });

        var history = (await Ledger.GetAccessHistoryAsync(patient, null, null, House)).Items;
        var refusal = Assert.Single(history, static record => record.Reason == "voice.unverified");
        Assert.Null(refusal.Doctor);
        Assert.False(refusal.Granted);
    }
}
